import type { Index } from '../index/build-index.ts';
import { featureNames } from '../index/feature-names.ts';
import type { Wording } from '../index/wording.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';
import { detectLanguage } from './detect-language.ts';
import { findDetails } from './find-detail.ts';
import { findShape } from './find-shape.ts';
import type { Question } from './question.ts';
import { tellingWords } from './telling-words.ts';

/** Characters of a question that are read; the rest is left out, and the answer says so. */
const LONGEST_QUESTION = 2_000;
/** Questions that say less than this many things of their own lean on what was asked before. */
const SELF_SUFFICIENT = 2;
const TURNS_REMEMBERED = 4;
/** Words around a question that only say where its answer is to be looked for, what for, or ask for the wording, which every answer quotes. */
const FRAMES = [
  /\b(?:according to|per|as per|in|from|across|based on) (?:the|your|these|those|all|this) (?:\w+ )?(?:articles?|documents?|texts?|sources?|docs?|pieces?|stor(?:y|ies)|news)\b/giu,
  /(?<!\p{L})(?:d[’']apr[eè]s|selon|dans|parmi|à partir de) (?:l[’']|les |le |vos |tes |ces |cet |ce |tous les )(?:articles?|documents?|textes?|sources?|docs?|papiers?)(?!\p{L})/giu,
  /\b(?:(?:a |one |just a )?(?:quick|small|little|short|simple) question|(?:une |juste une )?(?:petite |simple )?question (?:rapide|bête|simple|vite fait)|(?:une )?petite question)\b/giu,
  /(?<!\p{L})(?:for|pour) (?:my|our|mon|ma|mes|notre|nos|an?|une?) (?:\p{L}+ ){0,2}?(?:class|course|report|brief|essay|homework|project|presentation|slides|thesis|paper|exposé|mémoire|devoir|rapport|cours|projet|présentation|dissertation|briefing|réunion|meeting)(?!\p{L})/giu,
  /\b(?:the |an? )?(?:exact|precise|literal|direct|verbatim) (?:words?|wording|quotes?|quotation|line|phrase|sentence)\b(?: (?:of|from|about|on))?|\b(?:word for word|verbatim|in (?:his|her|their|its) own words|quote me)\b/giu,
  /(?<!\p{L})(?:mot (?:pour|à) mot|(?:la |une |les )?(?:phrases?|citations?|formules?|mots|termes) exacte?s?|textuellement|cite[rz]?(?:-moi)?(?= (?!qui)))(?!\p{L})/giu,
];

/**
 * @param thread earlier questions of the same person, oldest first
 * @param fallback language of a question that shows none
 */
export function readQuestion(text: string, thread: readonly string[], index: Index, fallback: Language): Question {
  const read = text.slice(0, LONGEST_QUESTION);
  const wording = index.reader.read(unframe(read), index.vocabulary);
  const earlier = thread.slice(-TURNS_REMEMBERED).map((turn) => index.reader.read(turn.slice(0, LONGEST_QUESTION), index.vocabulary));
  const context = leanOn(wording, earlier, index);
  const entities = [...new Set([...wording.mentions.map(({ entity }) => entity), ...context.entities])];
  const earlierLanguage =
    thread.length === 0
      ? fallback
      : detectLanguage((thread.at(-1) ?? '').slice(0, LONGEST_QUESTION), earlier.at(-1)?.words ?? [], index.languageLean, fallback);
  return {
    text: read,
    language: detectLanguage(read, wording.words, index.languageLean, earlierLanguage),
    wording,
    entities,
    companies: companiesOf(entities, index),
    shape: findShape(
      read,
      wording,
      companiesOf(
        wording.mentions.map(({ entity }) => entity),
        index,
      ),
    ),
    details: findDetails(read),
    carried: context.names,
    cut: text.length > LONGEST_QUESTION,
  };
}

const PRONOUNS = new Set(
  'he she they it him her them his its their il elle ils elles lui leur leurs eux celui celle y en ca cela this that those these'.split(' '),
);

/** The question without its frame, where something is left of it. */
function unframe(text: string): string {
  const bare = FRAMES.reduce((left, frame) => left.replace(frame, ' '), text);
  return /\p{L}{3}/u.test(bare) ? bare : text;
}

/** What earlier turns add: the entity where this question names none or means one by a pronoun, the topic where it says hardly anything. */
function leanOn(wording: Wording, earlier: readonly Wording[], index: Index): { entities: string[]; names: string[] } {
  const last = earlier.at(-1);
  if (last === undefined) return { entities: [], names: [] };
  const named = wording.mentions.length > 0;
  const pronoun = wording.words.some((word) => PRONOUNS.has(word));
  const said = tellingWords(wording).length;
  if (named && (said >= SELF_SUFFICIENT || (said > 0 && !pronoun))) return { entities: [], names: [] };
  const about = named && !pronoun ? undefined : earlier.findLast(({ mentions }) => mentions.length > 0);
  const entities = about ? about.mentions.map(({ entity }) => entity) : [];
  const names = said >= SELF_SUFFICIENT || (named && pronoun) ? [] : topicNames(wording, last, index);
  return { entities, names };
}

function topicNames(wording: Wording, last: Wording, index: Index): string[] {
  const asks = wording.concepts.some((concept) => concept.startsWith('q-'));
  return featureNames({ ...last, mentions: [] }, index.base.entities, false).filter((name) => {
    if (asks && (name.includes('q-') || isQuestionWord(name))) return false;
    return !name.startsWith('n:');
  });
}

function isQuestionWord(name: string): boolean {
  return name.startsWith('w:') && isFunctionWord(name.slice(2));
}

function companiesOf(entities: readonly string[], index: Index): string[] {
  const companies = entities.flatMap((id) => companyBehind(id, index) ?? []);
  return [...new Set(companies)].filter((company) => index.byEntity.has(company));
}

/** The company itself, or the one that a person, product or team belongs to, if need be by way of another. */
function companyBehind(id: string, index: Index): string | null {
  let entity = index.base.entities.get(id);
  for (let steps = 0; entity && steps < 3; steps++) {
    if (entity.kind === 'company') return entity.id;
    entity = entity.role ? index.base.entities.get(entity.role.of) : undefined;
  }
  return null;
}

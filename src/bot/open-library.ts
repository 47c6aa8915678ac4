import type { Several } from '../answer/answer.ts';
import { compareLayoffs } from '../answer/compare-figures.ts';
import { composeProfile } from '../answer/compose-profile.ts';
import { tellTimelines } from '../answer/compose-several.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import type { FactDate } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import { readQuestion } from '../question/read-question.ts';
import { describeSource } from '../reply/quote-block.ts';
import type { Reply } from '../reply/reply.ts';
import { TEXTS } from '../reply/texts.ts';
import { writeProfile } from '../reply/write-profile.ts';
import { writeReply } from '../reply/write-reply.ts';
import type { Language, Localised } from '../text/language.ts';
import { answerQuestion } from './answer-question.ts';
import { findPassages } from './find-passages.ts';
import type { Knowledge } from './knowledge.ts';
import type { CompanyEntry, DocumentEntry, Library } from './library.ts';

const EXAMPLES = 3;

export function openLibrary({ base, index, loadedAt }: Knowledge): Library {
  const companies = (language: Language) => listCompanies(index, language);
  return {
    version: base.version,
    loadedAt,
    counts: { documents: base.documents.size, companies: companies('en').length, facts: base.facts.size, gaps: base.gaps.size },
    companies,
    newest: (language) => newestDate(base)?.[language] ?? null,
    documents: (language) => listDocuments(index, language),
    profile: (company, language) => suggesting(writeProfile(composeProfile(company, index), language, base), [company], index),
    compare: (ids, language) => tell(compareLayoffs(ids, index), ids, language, index),
    timeline: (ids, language) => tell(tellTimelines(ids, index), ids, language, index),
    passages: (facts, language) => findPassages(facts, base, language),
    statement: (fact, language) => base.facts.get(fact)?.statement[language] ?? null,
    answeredWith: (question, language) => {
      const { status, facts } = answerQuestion(question, [], index, language);
      return status === 'answered' ? facts : [];
    },
    examples: (language) =>
      companies(language)
        .flatMap(({ id }) => suggestionsOn([id], language, index).slice(0, 1))
        .slice(0, EXAMPLES),
  };
}

function listCompanies(index: Index, language: Language): CompanyEntry[] {
  const { entities, facts } = index.base;
  const entries = [...entities.values()].map(({ id, name }) => {
    const own = [...facts.values()].filter(({ company }) => company === id);
    return {
      id,
      name: name[language],
      facts: own.length,
      happenings: own.filter(({ timeline }) => timeline !== null).length,
      figures: own.filter(({ measures }) => measures.length > 0).length,
      documents: new Set(own.flatMap(({ quotes }) => quotes.map(({ document }) => document))).size,
    };
  });
  return entries.filter(({ facts: count }) => count > 0).sort((left, right) => right.facts - left.facts);
}

function listDocuments({ base }: Index, language: Language): DocumentEntry[] {
  return [...base.documents.values()].map(({ id, file, language: written }) => ({
    id,
    file,
    source: describeSource(id, base, language),
    language: written,
    facts: [...base.facts.values()].filter(({ quotes }) => quotes.some(({ document }) => document === id)).length,
  }));
}

function newestDate(base: FactBase): FactDate | null {
  const dated = [...base.facts.values()].flatMap(({ date }) => (date?.iso === undefined ? [] : [date]));
  return dated.reduce<FactDate | null>((newest, date) => ((newest?.iso ?? '') >= (date.iso ?? '') ? newest : date), null);
}

const NOTHING_ON: Localised = { en: 'Nothing of the kind in the documents on: ', fr: 'Rien de tel dans les documents sur : ' };

/** Says what was composed, and of which companies there is nothing; with other questions where there is nothing at all. */
function tell(answer: Several | null, companies: readonly string[], language: Language, index: Index): Reply {
  const told = new Set(answer?.sections.map(({ entity }) => entity));
  const names = companies.filter((id) => !told.has(id)).map((id) => index.base.entities.get(id)?.name[language] ?? id);
  const nothing =
    names.length === 0 ? [] : [{ kind: 'text', tone: told.size > 0 ? 'plain' : 'lead', text: `${NOTHING_ON[language]}${names.join(', ')}.` } as const];
  const asked = { language, cut: false };
  if (answer !== null && told.size > 0) {
    const reply = writeReply(answer, asked, index.base);
    const [only] = told.size === 1 ? told : [];
    const heading = only == null ? [] : [{ kind: 'heading', text: index.base.entities.get(only)?.name[language] ?? only } as const];
    return { ...reply, blocks: [...nothing, ...heading, ...reply.blocks] };
  }
  const nearest = companies.flatMap((id) => [...index.base.facts.values()].filter(({ company }) => company === id).slice(0, 1));
  const suggestions = suggestionsOn(companies, language, index);
  const unknown = writeReply({ kind: 'unknown', reason: 'not-in-documents', gap: null, nearest, suggestions }, asked, index.base);
  return { ...unknown, blocks: [...nothing, ...unknown.blocks.filter((block) => block.kind !== 'text' || block.tone !== 'lead')] };
}

function suggesting(reply: Reply, companies: readonly string[], index: Index): Reply {
  const questions = suggestionsOn(companies, reply.language, index);
  if (questions.length === 0) return reply;
  return { ...reply, suggestions: questions, blocks: [...reply.blocks, { kind: 'questions', label: TEXTS[reply.language].ask, questions }] };
}

function suggestionsOn(companies: readonly string[], language: Language, index: Index): string[] {
  return suggestQuestions({ ...readQuestion('', [], index, language), companies, language }, [], index);
}

import type { Library } from '../../bot/library.ts';
import type { Block } from '../../reply/reply.ts';
import { TEXTS } from '../../reply/texts.ts';
import type { Language, Localised } from '../../text/language.ts';
import { PREFIX } from './slack-parts.ts';

type HomeTexts = {
  readonly title: string;
  readonly known: (counts: Library['counts']) => string;
  readonly companies: string;
  readonly facts: (count: number) => string;
  readonly documents: string;
  readonly newest: (date: string) => string;
  readonly how: string;
  readonly ways: (name: string) => readonly string[];
  readonly examples: string;
  readonly prompts: string;
};

export const HOME_TEXTS: Localised<HomeTexts> = {
  en: {
    title: 'AI and layoffs: what the documents say',
    known: ({ documents, companies, facts }) =>
      `I know ${facts} facts on ${companies} companies, taken from ${documents} news documents. Each answer quotes the words that it rests on; where the documents do not say, I say so.`,
    companies: 'Companies',
    facts: (count) => (count === 1 ? '1\u00a0fact' : `${count}\u00a0facts`),
    documents: 'Documents',
    newest: (date) => `latest date in them: ${date}`,
    how: 'How to ask',
    ways: (name) => [
      'Write to me here, under “Messages”.',
      `In a channel that I am in: @${name} and your question. The answer comes in a thread, for all to see.`,
      `Anywhere, for yourself: ${PREFIX}and your question. ${PREFIX}help shows the commands.`,
      'On a message: “More actions”, then “Ask about this”.',
    ],
    examples: 'Try one:',
    prompts: 'For example',
  },
  fr: {
    title: 'IA et licenciements : ce que disent les documents',
    known: ({ documents, companies, facts }) =>
      `Je connais ${facts} faits sur ${companies} entreprises, tirés de ${documents} articles. Chaque réponse cite les mots sur lesquels elle repose ; quand les articles ne le disent pas, je le dis.`,
    companies: 'Entreprises',
    facts: (count) => (count < 2 ? `${count}\u00a0fait` : `${count}\u00a0faits`),
    documents: 'Documents',
    newest: (date) => `date la plus récente : ${date}`,
    how: 'Comment demander',
    ways: (name) => [
      'Écrivez-moi ici, sous « Messages ».',
      `Dans un canal où je suis : @${name} et votre question. La réponse vient dans un fil, visible de tous.`,
      `Partout, pour vous seul : ${PREFIX}et votre question. ${PREFIX}help montre les commandes.`,
      'Sur un message : « Plus d’actions », puis « Ask about this ».',
    ],
    examples: 'Essayez :',
    prompts: 'Par exemple',
  },
};

/** What the bot knows, what to try, and how to ask. */
export function homeBlocks(library: Library, language: Language, name: string): Block[] {
  const texts = HOME_TEXTS[language];
  const companies = library.companies(language).map((company) => `${company.name}\u00a0(${texts.facts(company.facts)})`);
  return [
    { kind: 'heading', text: texts.title },
    { kind: 'text', tone: 'plain', text: texts.known(library.counts) },
    { kind: 'questions', label: texts.examples, questions: library.examples(language) },
    { kind: 'heading', text: texts.how },
    { kind: 'list', ordered: false, items: texts.ways(name) },
    { kind: 'heading', text: texts.companies },
    { kind: 'text', tone: 'plain', text: companies.join(' · ') },
    { kind: 'heading', text: texts.documents },
    { kind: 'list', ordered: false, items: library.documents(language).map(({ source, facts }) => `${source} (${texts.facts(facts)})`) },
    { kind: 'text', tone: 'small', text: smallPrint(library, language) },
  ];
}

function smallPrint(library: Library, language: Language): string {
  const newest = library.newest(language);
  const version = `${TEXTS[language].version} ${library.version} (${library.loadedAt.toISOString().slice(0, 10)})`;
  return [version, ...(newest === null ? [] : [HOME_TEXTS[language].newest(newest)])].join(' · ');
}

import type { Library } from '../../bot/library.ts';
import type { Block } from '../../reply/reply.ts';
import type { Language, Localised } from '../../text/language.ts';

type Greeting = {
  readonly title: string;
  readonly known: (counts: Library['counts'], names: string) => string;
  readonly how: string;
  readonly examples: string;
};

const GREETINGS: Localised<Greeting> = {
  en: {
    title: 'AI layoffs: ask, and get the answer with its proof',
    known: ({ documents, companies, facts }, names) => `I know ${facts} facts on ${companies} companies (${names}…) from ${documents} news documents.`,
    how: 'Ask in English or French. /help shows the commands, /quit leaves.',
    examples: 'For example (type its number):',
  },
  fr: {
    title: 'Licenciements et IA : une question, une réponse, sa preuve',
    known: ({ documents, companies, facts }, names) => `Je connais ${facts} faits sur ${companies} entreprises (${names}…), tirés de ${documents} articles.`,
    how: 'Posez vos questions en français ou en anglais. /help montre les commandes, /quit pour partir.',
    examples: 'Par exemple (tapez le numéro) :',
  },
};

const NAMED = 4;

/** What a person sees first: what the bot knows, how to ask, and what to try. */
export function greet(library: Library, language: Language): Block[] {
  const { title, known, how, examples } = GREETINGS[language];
  const names = library
    .companies(language)
    .slice(0, NAMED)
    .map(({ name }) => name);
  return [
    { kind: 'heading', text: title },
    { kind: 'text', tone: 'plain', text: known(library.counts, names.join(', ')) },
    { kind: 'text', tone: 'small', text: how },
    { kind: 'questions', label: examples, questions: library.examples(language) },
  ];
}

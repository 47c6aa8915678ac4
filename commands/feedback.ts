import type { Command, CommandContext } from '../src/bot/command.ts';
import type { Block } from '../src/reply/reply.ts';

const MOST_FACTS = 8;
const MOST_OPINIONS = 10;
const MOST_TOLD = 1;
const LONGEST_STATEMENT = 110;
const LONGEST_QUESTION = 160;

const TEXTS = {
  en: {
    lately: (good: number, bad: number) => `In the last 30 days: 👍 ${good}, 👎 ${bad}.`,
    none: 'There is no feedback yet.',
    worst: 'Facts with the most 👎',
    votes: (bad: number, all: number) => `👎 ${bad} of ${all}`,
    newest: 'Newest votes',
    question: (text: string) => `“${text}”`,
    forgotten: 'a question that is no longer kept',
    noFacts: 'the documents did not say',
    noFact: 'no longer in the data',
    more: (count: number) => `and ${count} more`,
    version: 'version',
    reasons: new Map([
      ['wrong', 'wrong'],
      ['outdated', 'outdated'],
      ['not-asked', 'not what was asked'],
      ['other', 'something else'],
    ]),
  },
  fr: {
    lately: (good: number, bad: number) => `Ces 30 derniers jours : 👍 ${good}, 👎 ${bad}.`,
    none: 'Il n’y a pas encore d’avis.',
    worst: 'Faits qui ont le plus de 👎',
    votes: (bad: number, all: number) => `👎 ${bad} sur ${all}`,
    newest: 'Derniers avis',
    question: (text: string) => `« ${text} »`,
    forgotten: 'une question qui n’est plus conservée',
    noFacts: 'les documents ne le disaient pas',
    noFact: 'n’est plus dans les données',
    more: (count: number) => `et ${count} de plus`,
    version: 'version',
    reasons: new Map([
      ['wrong', 'faux'],
      ['outdated', 'dépassé'],
      ['not-asked', 'pas la question posée'],
      ['other', 'autre chose'],
    ]),
  },
} as const;

export const feedback = {
  name: 'feedback',
  description: {
    en: 'What people thought of the answers: the worst facts, the newest votes',
    fr: 'Ce que l’on a pensé des réponses : les pires faits, les derniers avis',
  },
  options: [
    {
      name: 'bad',
      description: { en: 'only the answers that were not helpful', fr: 'seulement les réponses jugées pas utiles' },
      kind: 'boolean',
      required: false,
    },
  ],
  admin: true,
  run: async (context, values) => {
    const texts = TEXTS[context.language];
    const { newest, worst, lately } = context.records.feedback;
    const [opinions, facts, { good, bad }] = [await newest(values.has('bad'), MOST_OPINIONS), await worst(MOST_FACTS), await lately()];
    if (opinions.length === 0 && facts.length === 0) return [{ kind: 'text', tone: 'lead', text: texts.none }];
    return [
      { kind: 'text', tone: 'lead', text: texts.lately(good, bad) },
      ...listOf(
        texts.worst,
        facts.map((one) => `${texts.votes(one.bad, one.good + one.bad)} — ${tellFact(one.fact, context)}`),
      ),
      ...listOf(
        texts.newest,
        opinions.map((one) => tellOpinion(one, context)),
      ),
    ];
  },
} satisfies Command;

type Opinion = Awaited<ReturnType<CommandContext['records']['feedback']['newest']>>[number];

function tellOpinion({ at, good, reason, remark, platform, question, facts, version }: Opinion, context: CommandContext): string {
  const texts = TEXTS[context.language];
  const why = [reason === null ? null : (texts.reasons.get(reason) ?? reason), remark === null ? null : texts.question(remark)].filter((part) => part !== null);
  const told = facts.slice(0, MOST_TOLD).map((fact) => tellFact(fact, context));
  const rest = facts.length > MOST_TOLD ? [texts.more(facts.length - MOST_TOLD)] : [];
  return [
    `${good ? '👍' : '👎'} ${question === null ? texts.forgotten : texts.question(cut(question, LONGEST_QUESTION))}`,
    ...(why.length > 0 ? [why.join(', ')] : []),
    facts.length === 0 ? texts.noFacts : [...told, ...rest].join(' · '),
    `${texts.version} ${version}, ${platform}, ${at.toISOString().slice(0, 10)}`,
  ].join(' — ');
}

function tellFact(fact: string, { library, language }: CommandContext): string {
  return `${cut(library.statement(fact, language) ?? TEXTS[language].noFact, LONGEST_STATEMENT)} (${fact})`;
}

function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

function listOf(heading: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', ordered: false, items },
      ];
}

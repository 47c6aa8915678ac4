import type { Command, CommandContext } from '../src/bot/command.ts';
import type { Block, Button } from '../src/reply/reply.ts';

/** Discord has room for five rows of buttons. */
const PAGE = 5;
const MOST_PAGES = 1_000;
const MOST_EXPORTED = 1_000;
const LONGEST_QUESTION = 160;
const LONGEST_STATEMENT = 110;

const TEXTS = {
  en: {
    title: { open: 'Questions that had no answer', answered: 'Answered by a fact since', declined: 'Questions that will not be answered' },
    none: { open: 'No question is without an answer.', answered: 'Nothing is marked as answered.', declined: 'Nothing was declined.' },
    question: (text: string, language: string) => `“${text}” (${language})`,
    forgotten: 'a question that is no longer kept',
    asked: (count: number, date: string) => (count === 1 ? `Asked once, on ${date}` : `Asked ${count} times, last on ${date}`),
    reasons: new Map([
      ['not-in-documents', 'the documents do not say'],
      ['off-topic', 'off topic'],
      ['unclear', 'unclear'],
    ]),
    nearest: 'Nearest: ',
    found: 'It now has an answer: ',
    lost: 'It had an answer in another version of the data.',
    by: 'Answered by: ',
    since: 'Asked again since.',
    noFact: 'no longer in the data',
    buttons: { found: 'mark as answered', answered: 'answered by a fact…', declined: 'won’t answer', open: 'reopen' },
    more: (line: string) => `There is more: ${line}`,
    others: (first: string, second: string, csv: string) => `The others: ${first} or ${second}. As a file: ${csv}`,
    file: (count: number) => `Questions without an answer, most asked first, at most ${count} groups`,
  },
  fr: {
    title: { open: 'Questions restées sans réponse', answered: 'Un fait y répond depuis', declined: 'Questions laissées sans réponse' },
    none: { open: 'Aucune question n’est sans réponse.', answered: 'Rien n’est marqué comme répondu.', declined: 'Rien n’a été écarté.' },
    question: (text: string, language: string) => `« ${text} » (${language})`,
    forgotten: 'une question qui n’est plus conservée',
    asked: (count: number, date: string) => (count === 1 ? `Posée une fois, le ${date}` : `Posée ${count} fois, la dernière le ${date}`),
    reasons: new Map([
      ['not-in-documents', 'les documents ne le disent pas'],
      ['off-topic', 'hors sujet'],
      ['unclear', 'pas claire'],
    ]),
    nearest: 'Le plus proche : ',
    found: 'Elle a maintenant une réponse : ',
    lost: 'Elle avait une réponse dans une autre version des données.',
    by: 'Le fait qui y répond : ',
    since: 'Posée à nouveau depuis.',
    noFact: 'n’est plus dans les données',
    buttons: { found: 'c’est répondu', answered: 'un fait y répond…', declined: 'sans réponse', open: 'rouvrir' },
    more: (line: string) => `Il y en a d’autres : ${line}`,
    others: (first: string, second: string, csv: string) => `Les autres : ${first} ou ${second}. En fichier : ${csv}`,
    file: (count: number) => `Questions sans réponse, les plus posées d’abord, ${count} groupes au plus`,
  },
} as const;

export const gaps = {
  name: 'gaps',
  description: {
    en: 'Questions that had no answer, similar ones together, most asked first',
    fr: 'Les questions restées sans réponse, groupées, les plus posées d’abord',
  },
  options: [
    {
      name: 'which',
      description: { en: 'open (by default), answered or declined', fr: 'ouvertes (par défaut), répondues ou écartées' },
      kind: 'choice',
      required: false,
      choices: [
        { value: 'open', label: { en: 'open', fr: 'ouvertes' } },
        { value: 'answered', label: { en: 'answered', fr: 'répondues' } },
        { value: 'declined', label: { en: 'declined', fr: 'écartées' } },
      ],
    },
    { name: 'page', description: { en: 'a number: further down the list', fr: 'un numéro : plus bas dans la liste' }, kind: 'text', required: false },
    { name: 'csv', description: { en: 'as a file for a spreadsheet', fr: 'en fichier pour un tableur' }, kind: 'boolean', required: false },
  ],
  admin: true,
  run: async (context, values) => {
    const texts = TEXTS[context.language];
    const which = STATUSES.find((status) => status === values.all('which')[0]) ?? 'open';
    if (values.has('csv')) {
      const content = await context.records.gaps.csv(which, MOST_EXPORTED);
      return [{ kind: 'file', name: `gaps-${which}.csv`, description: texts.file(MOST_EXPORTED), content }];
    }
    const page = Math.min(MOST_PAGES, Math.max(1, Number.parseInt(values.all('page')[0] ?? '1', 10) || 1));
    const { groups, more } = await context.records.gaps.page(which, page - 1, PAGE);
    const [first = '', second = ''] = STATUSES.filter((status) => status !== which);
    const line = (rest: string) => `${context.prefix}gaps ${rest}`;
    return [
      { kind: 'text', tone: 'lead', text: groups.length === 0 ? texts.none[which] : texts.title[which] },
      ...groups.flatMap((group, at) => tellGroup(group, (page - 1) * PAGE + at + 1, context)),
      ...(more ? [{ kind: 'text', tone: 'plain', text: texts.more(line(`which:${which} page:${page + 1}`)) } as const] : []),
      { kind: 'text', tone: 'small', text: texts.others(line(first), line(second), line(which === 'open' ? 'csv:true' : `${which} csv:true`)) },
    ];
  },
} satisfies Command;

const STATUSES = ['open', 'answered', 'declined'] as const;

type Group = Awaited<ReturnType<CommandContext['records']['gaps']['page']>>['groups'][number];
type Context = CommandContext;

function tellGroup(group: Group, number: number, context: Context): Block[] {
  const texts = TEXTS[context.language];
  const questions = group.questions.map(({ text, language }) => texts.question(cut(text, LONGEST_QUESTION), language));
  const asked = [
    texts.asked(group.count, group.lastAt.toISOString().slice(0, 10)),
    ...(questions.length > 0 ? [] : [group.languages.join(', ')]),
    group.platforms.join(', '),
    texts.reasons.get(group.reason ?? '') ?? '',
  ];
  return [
    { kind: 'text', tone: 'plain', text: `${number}. ${questions.length > 0 ? questions.join(' · ') : texts.forgotten}` },
    { kind: 'text', tone: 'small', text: `${asked.filter((part) => part !== '').join('; ')}.` },
    ...tellFacts(group, context).map((text) => ({ kind: 'text', tone: 'small', text }) as const),
    { kind: 'buttons', buttons: buttonsFor(group, number, context) },
  ];
}

function tellFacts(group: Group, context: Context): string[] {
  const texts = TEXTS[context.language];
  if (group.status === 'answered') {
    const again = group.decidedAt !== null && group.lastAt > group.decidedAt;
    return [...(group.fact === null ? [] : [`${texts.by}${tellFact(group.fact, context)}`]), ...(again ? [texts.since] : [])];
  }
  if (group.status === 'open' && group.foundIn !== null) {
    const fact = answerTo(group, context);
    return [fact === null ? texts.lost : `${texts.found}${tellFact(fact, context)}`];
  }
  return group.nearest.length === 0 ? [] : [`${texts.nearest}${group.nearest.map((fact) => tellFact(fact, context)).join(' · ')}`];
}

function answerTo({ questions }: Group, { library }: Context): string | null {
  for (const { text, language } of questions) {
    const [fact] = library.answeredWith(text, language === 'fr' ? 'fr' : 'en');
    if (fact !== undefined) return fact;
  }
  return null;
}

function buttonsFor({ likeness, status, foundIn }: Group, number: number, { language, action }: Context): Button[] {
  const labels = TEXTS[language].buttons;
  const button = (kind: keyof typeof labels, style: Button['style']): Button => ({
    label: `${number}: ${labels[kind]}`,
    action: action({ kind: 'gap', likeness, status: kind }),
    style,
  });
  if (status !== 'open') return [button('open', 'plain')];
  return [...(foundIn === null ? [] : [button('found', 'primary')]), button('answered', 'plain'), button('declined', 'plain')];
}

function tellFact(fact: string, { library, language }: Context): string {
  return `${cut(library.statement(fact, language) ?? TEXTS[language].noFact, LONGEST_STATEMENT)} (${fact})`;
}

function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

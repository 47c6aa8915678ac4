import type { Command, CommandContext } from '../src/bot/command.ts';
import type { Block } from '../src/reply/reply.ts';

/** More than these are counted, not shown. */
const MOST = 10;
const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

const TEXTS = {
  en: {
    none: 'No question waits for a human.',
    some: (count: number) => (count === 1 ? 'One question waits for a human:' : `${count} questions wait for a human, the oldest first:`),
    question: (text: string) => `“${text}”`,
    forgotten: '(deleted since)',
    age: (minutes: number) => `asked ${inWords(minutes, ['a minute', 'minutes'], ['an hour', 'hours'], ['a day', 'days'])} ago`,
    languages: { en: 'in English', fr: 'in French' },
    open: 'open',
    taken: (name: string | null) => (name === null ? 'taken' : `taken by ${name}`),
    platforms: { slack: 'Slack', discord: 'Discord' },
    asked: 'Where it was asked',
    answer: 'Where to answer it',
    more: (count: number) => `and ${count} more`,
  },
  fr: {
    none: 'Aucune question n’attend d’humain.',
    some: (count: number) => (count === 1 ? 'Une question attend un humain :' : `${count} questions attendent un humain, la plus ancienne d’abord :`),
    question: (text: string) => `« ${text} »`,
    forgotten: '(effacée depuis)',
    age: (minutes: number) => `posée il y a ${inWords(minutes, ['une minute', 'minutes'], ['une heure', 'heures'], ['un jour', 'jours'])}`,
    languages: { en: 'en anglais', fr: 'en français' },
    open: 'ouverte',
    taken: (name: string | null) => (name === null ? 'prise' : `prise par ${name}`),
    platforms: { slack: 'Slack', discord: 'Discord' },
    asked: 'Où elle a été posée',
    answer: 'Où y répondre',
    more: (count: number) => `et ${count} de plus`,
  },
} as const;

type Waiting = Awaited<ReturnType<CommandContext['records']['handOffs']['waiting']>>['oldest'][number];

export const inbox = {
  name: 'inbox',
  description: {
    en: 'Questions that wait for a human, oldest first',
    fr: 'Les questions qui attendent un humain, la plus ancienne d’abord',
  },
  options: [],
  admin: true,
  run: async ({ language, records }) => {
    const texts = TEXTS[language];
    const { count, oldest } = await records.handOffs.waiting(MOST);
    if (count === 0) return [{ kind: 'text', tone: 'lead', text: texts.none }];
    const rest: readonly Block[] = count > oldest.length ? [{ kind: 'text', tone: 'small', text: texts.more(count - oldest.length) }] : [];
    return [{ kind: 'text', tone: 'lead', text: texts.some(count) }, ...oldest.flatMap((one) => describe(one, language)), ...rest];
  },
} satisfies Command;

function describe({ question, minutes, status, takenByName, platform, language: asked, link, editorsLink }: Waiting, language: 'en' | 'fr'): Block[] {
  const texts = TEXTS[language];
  const state = status === 'taken' ? texts.taken(takenByName) : texts.open;
  const traits = [
    state,
    texts.age(minutes),
    texts.languages[asked === 'fr' ? 'fr' : 'en'],
    platform === 'discord' ? texts.platforms.discord : texts.platforms.slack,
  ];
  return [
    { kind: 'text', tone: 'plain', text: question === null ? texts.forgotten : texts.question(question) },
    { kind: 'text', tone: 'small', text: traits.join(' · ') },
    ...(editorsLink === null ? [] : [{ kind: 'link', label: texts.answer, url: editorsLink } as const]),
    ...(link === null ? [] : [{ kind: 'link', label: texts.asked, url: link } as const]),
  ];
}

type Forms = readonly [one: string, many: string];

function inWords(minutes: number, ...[aMinute, anHour, aDay]: readonly [Forms, Forms, Forms]): string {
  if (minutes < MINUTES_AN_HOUR) return say(Math.max(1, minutes), aMinute);
  return minutes < MINUTES_A_DAY ? say(Math.floor(minutes / MINUTES_AN_HOUR), anHour) : say(Math.floor(minutes / MINUTES_A_DAY), aDay);
}

function say(count: number, [one, many]: Forms): string {
  return count === 1 ? one : `${count} ${many}`;
}

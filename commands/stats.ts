import type { Command, CommandContext } from '../src/bot/command.ts';
import type { Block } from '../src/reply/reply.ts';

type Stats = Awaited<ReturnType<CommandContext['records']['stats']['of']>>;
type Measures = Stats['total'];
type Language = CommandContext['language'];

const USUAL_PERIOD = '30';
const MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const TEXTS = {
  en: {
    locale: 'en-GB',
    percent: (value: string) => `${value}%`,
    nothing: (period: string) => `Nobody has asked me anything (${period}).`,
    summary: (questions: string, share: string, period: string) => `${questions}, ${share} of them answered without a human (${period}).`,
    questions: (count: number, figure: string) => (count === 1 ? '1 question' : `${figure} questions`),
    period: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    byPlatform: 'By platform',
    byLanguage: 'By language',
    languages: { en: 'English', fr: 'French' },
    measure: 'Measure',
    total: 'Total',
    rows: {
      questions: 'Questions',
      answered: 'Answered',
      unknown: 'Not answered',
      handed: 'Handed to a human',
      alone: 'Without a human',
      answerMs: 'Answer time',
      humanMs: 'Human’s answer time',
      repeated: 'Asked again',
      votes: 'Helpful / not',
      satisfaction: 'Satisfaction',
    },
    units: { ms: 'ms', second: 's', minute: 'min', hour: 'h', day: 'd' },
    chart: { day: 'Questions a day', week: 'Questions a week (from Monday)', month: 'Questions a month', year: 'Questions a year' },
    unit: 'questions',
    series: ['Answered', 'Not answered', 'Handed to a human'],
    alt: (title: string, period: string, most: string, when: string) =>
      `${title}, ${period}: how many were answered, not answered, and handed to a human. Most were asked at ${when}: ${most}.`,
    legend: [
      'Without a human: answered and not handed to one, out of all questions. Times are medians: half of the answers took no longer.',
      'Asked again: the same, by the same person, within seven days. Satisfaction: 👍 out of all 👍 and 👎. Days are UTC.',
    ],
  },
  fr: {
    locale: 'fr-FR',
    percent: (value: string) => `${value}\u00a0%`,
    nothing: (period: string) => `Personne ne m’a rien demandé (${period}).`,
    summary: (questions: string, share: string, period: string) => `${questions}, dont ${share} avec une réponse sans passer par un humain (${period}).`,
    questions: (count: number, figure: string) => (count === 1 ? '1 question' : `${figure} questions`),
    period: (from: string, to: string) => (from === to ? from : `du ${from} au ${to}`),
    byPlatform: 'Par plateforme',
    byLanguage: 'Par langue',
    languages: { en: 'Anglais', fr: 'Français' },
    measure: 'Mesure',
    total: 'Total',
    rows: {
      questions: 'Questions',
      answered: 'Avec réponse',
      unknown: 'Sans réponse',
      handed: 'Confiées à un humain',
      alone: 'Sans humain',
      answerMs: 'Délai de réponse',
      humanMs: 'Délai d’un humain',
      repeated: 'Posées à nouveau',
      votes: 'Utile / pas utile',
      satisfaction: 'Satisfaction',
    },
    units: { ms: 'ms', second: 's', minute: 'min', hour: 'h', day: 'j' },
    chart: { day: 'Questions par jour', week: 'Questions par semaine (à partir du lundi)', month: 'Questions par mois', year: 'Questions par an' },
    unit: 'questions',
    series: ['Avec réponse', 'Sans réponse', 'Confiées à un humain'],
    alt: (title: string, period: string, most: string, when: string) =>
      `${title}, ${period} : combien ont eu une réponse, n’en ont pas eu, ont été confiées à un humain. Le plus de questions : ${when}, ${most}.`,
    legend: [
      'Sans humain : avec réponse et non confiées à un humain, sur toutes les questions. Les délais sont des médianes : la moitié des réponses n’a pas pris plus longtemps.',
      'Posées à nouveau : la même question, par la même personne, en moins de sept jours. Satisfaction : les 👍 sur tous les 👍 et 👎. Les jours sont en UTC.',
    ],
  },
} as const;

export const stats = {
  name: 'stats',
  description: {
    en: 'How well the bot does: answers, times, satisfaction',
    fr: 'Comment le bot s’en sort : réponses, délais, satisfaction',
  },
  options: [
    {
      name: 'period',
      description: { en: 'how far back; 30 days if not given', fr: 'depuis quand ; 30 jours par défaut' },
      kind: 'choice',
      required: false,
      choices: [
        { value: '7', label: { en: '7 days', fr: '7 jours' }, also: ['7d', '7j', 'week', 'a week', 'semaine', 'une semaine'] },
        { value: '30', label: { en: '30 days', fr: '30 jours' }, also: ['30d', '30j', 'month', 'a month', 'mois', 'un mois'] },
        { value: '90', label: { en: '90 days', fr: '90 jours' }, also: ['90d', '90j', 'quarter', 'trimestre', '3 months', '3 mois'] },
        {
          value: '365',
          label: { en: '1 year', fr: '1 an' },
          also: ['year', 'a year', 'an', 'année', 'un an', '12 months', '12 mois', '365 days', '365 jours'],
        },
        { value: 'all', label: { en: 'all', fr: 'tout' }, also: ['ever', 'everything', 'toujours', 'depuis le début'] },
      ],
    },
  ],
  admin: false,
  run: async ({ records, language }, values) => {
    const [period = USUAL_PERIOD] = values.all('period');
    return write(await records.stats.of(period === 'all' ? null : Number(period)), language);
  },
} satisfies Command;

function write(found: Stats, language: Language): Block[] {
  const texts = TEXTS[language];
  const { total, platforms, languages } = found;
  const period = texts.period(date(found.from, language, 'full'), date(found.to, language, 'full'));
  if (total.questions === 0 && total.humanMs === null) return [{ kind: 'text', tone: 'lead', text: texts.nothing(period) }];
  const questions = texts.questions(total.questions, figure(total.questions, language));
  return [
    { kind: 'text', tone: 'lead', text: texts.summary(questions, share(total.alone, total.questions, language), period) },
    { kind: 'chart', chart: chartOf(found, period, language) },
    { kind: 'heading', text: texts.byPlatform },
    tableOf(platforms, total, (name) => name.charAt(0).toUpperCase() + name.slice(1), language),
    { kind: 'heading', text: texts.byLanguage },
    tableOf(languages, total, (name) => (name === 'en' || name === 'fr' ? texts.languages[name] : name), language),
    ...texts.legend.map((text) => ({ kind: 'text', tone: 'small', text }) as const),
  ];
}

/** A column for each group, and one for all of them together. */
function tableOf(groups: Stats['platforms'], total: Measures, nameOf: (name: string) => string, language: Language): Block {
  const texts = TEXTS[language];
  const all: readonly Measures[] = [...groups, total];
  const count = (key: 'questions' | 'answered' | 'unknown' | 'handed' | 'repeated') => [texts.rows[key], ...all.map((one) => figure(one[key], language))];
  const time = (key: 'answerMs' | 'humanMs') => [texts.rows[key], ...all.map((one) => duration(one[key], language))];
  return {
    kind: 'table',
    columns: [texts.measure, ...groups.map(({ name }) => nameOf(name)), texts.total],
    rows: [
      count('questions'),
      count('answered'),
      count('unknown'),
      count('handed'),
      [texts.rows.alone, ...all.map(({ alone, questions }) => share(alone, questions, language))],
      time('answerMs'),
      time('humanMs'),
      count('repeated'),
      [texts.rows.votes, ...all.map(({ good, bad }) => `${figure(good, language)} / ${figure(bad, language)}`)],
      [texts.rows.satisfaction, ...all.map(({ good, bad }) => share(good, good + bad, language))],
    ],
  };
}

function chartOf({ course }: Stats, period: string, language: Language) {
  const texts = TEXTS[language];
  const title = texts.chart[course.unit];
  const [answered, unknown, handed] = texts.series;
  const detail = course.unit === 'month' || course.unit === 'year' ? course.unit : 'day';
  const categories = course.parts.map(({ from }) => date(from, language, detail));
  const asked = course.parts.map((part) => part.answered + part.unknown);
  const most = Math.max(...asked);
  return {
    kind: 'bars',
    title,
    alt: texts.alt(title, period, figure(most, language), categories[asked.indexOf(most)] ?? ''),
    unit: texts.unit,
    categories,
    series: [
      { name: answered, values: course.parts.map((part) => part.answered) },
      { name: unknown, values: course.parts.map((part) => part.unknown) },
      { name: handed, values: course.parts.map((part) => part.handed) },
    ],
  } as const;
}

const DATES = {
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const;

function date(day: string, language: Language, detail: keyof typeof DATES): string {
  return new Intl.DateTimeFormat(TEXTS[language].locale, { ...DATES[detail], timeZone: 'UTC' }).format(new Date(day));
}

function figure(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(TEXTS[language].locale, { maximumFractionDigits: digits }).format(value).replaceAll('\u202f', '\u00a0');
}

function share(part: number, whole: number, language: Language): string {
  return whole === 0 ? '–' : TEXTS[language].percent(figure((part / whole) * 100, language, 1));
}

/** The two largest units that it takes: "850 ms", "1.2 s", "3 min", "2 h 5 min", "1 d 4 h". */
function duration(ms: number | null, language: Language): string {
  const { units } = TEXTS[language];
  if (ms === null) return '–';
  if (ms < MS.second) return `${figure(ms, language, ms < 10 ? 1 : 0)}\u00a0${units.ms}`;
  if (ms < MS.minute) return `${figure(ms / MS.second, language, 1)}\u00a0${units.second}`;
  const minutes = Math.round(ms / MS.minute);
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    days > 0 ? `${days}\u00a0${units.day}` : '',
    hours > 0 ? `${hours}\u00a0${units.hour}` : '',
    rest > 0 && days === 0 ? `${rest}\u00a0${units.minute}` : '',
  ];
  return parts.filter((part) => part !== '').join('\u00a0');
}

import type { Command } from '../src/bot/command.ts';

const MOST = 20;

const TEXTS = {
  en: {
    none: 'No version has been written down yet.',
    inUse: ' (in use)',
    since: (at: string, how: string, by: string) => `since ${at} UTC, ${how}${by}`,
    by: (who: string) => ` by ${who}`,
    counts: (facts: number, gaps: number, documents: number) => `${inWords(facts, 'fact')}, ${inWords(gaps, 'gap')}, ${inWords(documents, 'document')}`,
    lost: 'files not kept',
    you: 'you',
    people: new Map([
      ['signal', 'a signal'],
      ['change of files', 'a change of files'],
    ]),
    how: { start: 'at a start', reload: 'reload', rollback: 'rollback' },
    more: (count: number) => `The latest ${count} are shown.`,
    back: 'To go back to one of them: ',
  },
  fr: {
    none: 'Aucune version n’a encore été notée.',
    inUse: ' (en service)',
    since: (at: string, how: string, by: string) => `depuis le ${at} UTC, ${how}${by}`,
    by: (who: string) => ` par ${who}`,
    counts: (facts: number, gaps: number, documents: number) => `${inWords(facts, 'fait')}, ${inWords(gaps, 'lacune')}, ${inWords(documents, 'document')}`,
    lost: 'fichiers non conservés',
    you: 'vous',
    people: new Map([
      ['signal', 'un signal'],
      ['change of files', 'un changement de fichiers'],
    ]),
    how: { start: 'au démarrage', reload: 'rechargement', rollback: 'retour' },
    more: (count: number) => `Les ${count} dernières sont montrées.`,
    back: 'Pour revenir à l’une d’elles : ',
  },
} as const;

/** Enough of a hash to tell people apart. */
const SHORT = 6;

export const history = {
  name: 'history',
  description: {
    en: 'Which versions of the data were in use, since when and by whom',
    fr: 'Quelles versions des données ont servi, depuis quand et par qui',
  },
  options: [],
  admin: true,
  run: async ({ records, language, library, person, commands, usage }) => {
    const texts = TEXTS[language];
    const entries = await records.history.list(MOST + 1);
    if (entries.length === 0) return [{ kind: 'text', tone: 'lead', text: texts.none }];
    const who = (hash: string | null) => (hash === null ? '' : texts.by(hash === person ? texts.you : (texts.people.get(hash) ?? hash.slice(0, SHORT))));
    const items = entries.slice(0, MOST).map(({ version, at, how, person: by, counts }, place) => {
      const inUse = place === 0 && version === library.version ? texts.inUse : '';
      const since = texts.since(at.toISOString().slice(0, 16).replace('T', ' '), texts.how[how], who(by));
      return [`${version}${inUse}`, since, counts === null ? texts.lost : texts.counts(counts.facts, counts.gaps, counts.documents)].join(' · ');
    });
    const rollback = commands.find(({ name }) => name === 'rollback');
    return [
      { kind: 'list', ordered: false, items },
      ...(entries.length > MOST ? [{ kind: 'text', tone: 'plain', text: texts.more(MOST) } as const] : []),
      ...(rollback ? [{ kind: 'text', tone: 'plain', text: `${texts.back}${usage(rollback)}` } as const] : []),
    ];
  },
} satisfies Command;

function inWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

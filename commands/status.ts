import type { Command, CommandContext } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    version: 'Data version',
    loaded: 'Loaded',
    documents: 'Documents',
    companies: 'Companies',
    facts: 'Facts',
    gaps: 'Known gaps',
    memory: 'Memory',
    processes: 'Processes',
    columns: ['Item', 'Value'],
    states: {
      off: 'none: I remember nothing here',
      opening: 'being opened; I remember nothing yet',
      ready: 'works',
      failed: 'out of reach: I remember nothing for now',
    },
    waiting: (count: number) => (count === 0 ? '' : `; ${count} ${count === 1 ? 'entry waits' : 'entries wait'} to be written`),
    differs: (files: string, reload: string) => `The data folder holds version ${files}, which is not in use. To use it: ${reload}`,
    broken: (version: string, reload: string) =>
      `The files in the data folder cannot be used, so I go on with version ${version}, which was applied last. To see what is wrong: ${reload}`,
  },
  fr: {
    version: 'Version des données',
    loaded: 'Chargées',
    documents: 'Documents',
    companies: 'Entreprises',
    facts: 'Faits',
    gaps: 'Lacunes connues',
    memory: 'Mémoire',
    processes: 'Processus',
    columns: ['Élément', 'Valeur'],
    states: {
      off: 'aucune : je ne retiens rien ici',
      opening: 'en cours d’ouverture ; je ne retiens encore rien',
      ready: 'en marche',
      failed: 'hors d’atteinte : je ne retiens rien pour l’instant',
    },
    waiting: (count: number) => (count === 0 ? '' : ` ; ${count} ${count === 1 ? 'entrée attend' : 'entrées attendent'} d’être notées`),
    differs: (files: string, reload: string) => `Le dossier des données contient la version ${files}, qui n’est pas en service. Pour l’utiliser : ${reload}`,
    broken: (version: string, reload: string) =>
      `Les fichiers du dossier des données sont inutilisables ; je continue avec la version ${version}, appliquée en dernier. Pour voir ce qui ne va pas : ${reload}`,
  },
} as const;

export const status = {
  name: 'status',
  description: {
    en: 'Which version of the data answers, since when, and whether I remember',
    fr: 'Quelle version des données répond, depuis quand, et si je retiens',
  },
  options: [],
  admin: false,
  run: async (context) => {
    const { library, language, records } = context;
    const texts = TEXTS[language];
    const { documents, companies, facts, gaps } = library.counts;
    const { state, waiting } = records.status();
    const processes = records.history.processes();
    const rows = [
      [texts.version, library.version],
      [texts.loaded, `${library.loadedAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`],
      [texts.documents, `${documents}`],
      [texts.companies, `${companies}`],
      [texts.facts, `${facts}`],
      [texts.gaps, `${gaps}`],
      [texts.memory, `${texts.states[state.kind]}${texts.waiting(waiting)}`],
      ...(processes > 1 ? [[texts.processes, `${processes}`]] : []),
    ];
    const notes = [...differences(context), ...(state.kind === 'failed' && (await context.isAdmin()) ? [state.problem] : [])];
    return [{ kind: 'table', columns: texts.columns, rows }, ...notes.map((text) => ({ kind: 'text', tone: 'plain', text }) as const)];
  },
} satisfies Command;

function differences({ filesVersion, library, language, commands, prefix }: CommandContext): string[] {
  if (filesVersion === library.version) return [];
  const reload = `${prefix}${commands.find(({ name }) => name === 'reload')?.name ?? 'reload'}`;
  const texts = TEXTS[language];
  return [filesVersion === null ? texts.broken(library.version, reload) : texts.differs(filesVersion, reload)];
}

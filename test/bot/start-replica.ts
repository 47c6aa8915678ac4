import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Bot } from '../../src/bot/bot.ts';
import { openSharedVersions } from '../../src/bot/editions/shared-versions.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadBeside, loadFilesBeside, loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { cacheFile } from '../../src/index/index-cache.ts';
import { writeDataFiles } from '../../src/reading/data-files.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { openRecords } from '../../src/state/open-records.ts';
import { State } from '../../src/state/state.ts';

const COMMANDS_FOLDER = join(import.meta.dirname, '../../commands');
const FILE = 'data/facts/borel.yaml';
const STATEMENT = /en: Borel \S+ lays off about 250 people, 30% of its workforce\.|en: Borel lays off about 250 people, 30% of its workforce\./;

export const QUESTION = 'how many people does Borel lay off';

/** Changes what the invented Borel's fact says, so that there is another version. */
function say(word: string, folder: string): void {
  const path = join(folder, FILE);
  const text = readFileSync(path, 'utf8');
  if (!STATEMENT.test(text)) throw new Error('the statement is not there');
  writeFileSync(path, text.replace(STATEMENT, `en: Borel ${word} lays off about 250 people, 30% of its workforce.`));
}

/**
 * One of the processes that share a database, as far as versions of the data go. It has a folder of its own.
 * @param beside loads in threads of their own, as `npm start` does
 */
export async function startReplica(place: DatabasePlace, folder: string, beside = false) {
  const now = () => new Date();
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) });
  const state = new State({ place, peopleKey: 'key', log, now });
  const versions = openSharedVersions({
    state,
    loadFiles: (files, compiled) => (beside ? loadFilesBeside(files, compiled, folder, now) : loadFiles(files)),
    readCompiled: (key) => readFile(cacheFile(folder, key)),
    log,
  });
  void state.start();
  const [loaded, commands] = await Promise.all([loadKnowledge(folder, now), loadCommands(COMMANDS_FOLDER)]);
  const knowledge = loaded.ok ? loaded.knowledge : await versions.lastApplied();
  if (knowledge === null) throw new Error('there is nothing to answer from');
  const bot = new Bot({
    knowledge,
    load: () => (beside ? loadBeside(folder, now) : loadKnowledge(folder, now)),
    commands,
    language: 'en',
    filesVersion: loaded.ok ? knowledge.base.version : null,
    records: openRecords(state, undefined, versions.processes),
  });
  versions.share(bot.editions);
  const asker = { conversation: bot.converse(), admin: true, prefix: '/', own: [], buttons: false, id: 'test:ann', person: state.hash('test:ann') };
  return {
    bot,
    state,
    versions,
    folder,
    asker,
    /** What was logged, a line of JSON each. */
    lines,
    say: (word: string) => say(word, folder),
    run: (typed: string) => bot.runTyped(typed, asker),
    stop: async () => {
      await versions.close();
      await state.close(1_000);
    },
  };
}

/** As `loadFilesBeside` does it, without a thread of its own. */
async function loadFiles(files: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-kept-'));
  try {
    writeDataFiles(files, folder);
    return await loadKnowledge(folder, () => new Date());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 1_000): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > withinMs) throw new Error(`it was not so within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - begun;
}

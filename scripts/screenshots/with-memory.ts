import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '../../src/adapters/platform.ts';
import { Bot } from '../../src/bot/bot.ts';
import { Reception } from '../../src/bot/reception.ts';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { startMemory } from '../../src/start-memory.ts';
import type { State } from '../../src/state/state.ts';
import type { Source } from './load-source.ts';

const NO_FILE = '/dev/null';

export type Remembering = {
  readonly bot: Bot;
  readonly reception: Reception;
  readonly state: State;
  readonly log: ReturnType<typeof openLog>;
  /** From here on it may write to people by itself. */
  readonly connect: (platform: Platform) => Promise<void>;
};

/** A bot as `npm start` has it, which remembers as long as the work takes. */
export async function withMemory({ folder, ...parts }: Source, editorsChannel: string, work: (remembering: Remembering) => Promise<void>): Promise<void> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'screenshots-state-'));
  const log = openLog('silent');
  const config = readConfig({ STATE_FOLDER: stateFolder, DATA_FOLDER: folder, EDITORS_CHANNEL: editorsChannel }, NO_FILE);
  const memory = startMemory(config, log);
  const bot = new Bot({ ...parts, language: config.defaultLanguage, records: memory.records });
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: config.threadFollowUps, ...memory.serve(bot) });
  const connect = async (platform: Platform) => {
    await platform.ready;
    memory.connect([platform]);
  };
  try {
    await isOpen(memory.state);
    await work({ bot, reception, state: memory.state, log, connect });
  } finally {
    await memory.close();
    rmSync(stateFolder, { recursive: true });
  }
}

function isOpen(state: State): Promise<void> {
  return new Promise((resolve) => state.onOpen(resolve));
}

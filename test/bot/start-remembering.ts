import { expect } from 'vitest';
import { Bot } from '../../src/bot/bot.ts';
import { openFeedbackDesk } from '../../src/bot/feedback-desk.ts';
import { openGapDesk } from '../../src/bot/gap-desk.ts';
import { gapOf } from '../../src/bot/gap-of.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { openAnswerBook } from '../../src/bot/open-answer-book.ts';
import type { Button } from '../../src/reply/reply.ts';
import { openRecords } from '../../src/state/open-records.ts';
import type { State } from '../../src/state/state.ts';
import type { Change } from '../fixtures/small-project.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';
import { SILENT } from '../state/open-state.ts';
import { knowledgeOf, startReception } from './start-reception.ts';

type Parts = {
  readonly state: State;
  /** What a reload finds changed. */
  readonly changed?: readonly Change[];
  /** Offered where somebody was not helped. */
  readonly human?: Button | null;
};

/** A bot on the two invented companies that remembers feedback and what had no answer. */
export async function startRemembering({ state, changed = [], human = null }: Parts) {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error('the small project is broken');
  const bot = new Bot({ knowledge: loaded.knowledge, load: () => knowledgeOf(...changed), commands, language: 'en', records: openRecords(state) });
  const library = () => bot.library;
  const book = openAnswerBook({ state, gapOf: (answered) => gapOf(answered, library(), state.hash), onShown: () => {} });
  const desks = [openFeedbackDesk({ state, book, humanButton: () => human }), openGapDesk({ state, library, log: SILENT })];
  return startReception({ bot, desks, book, hash: state.hash });
}

/** What is noted after an answer was shown has reached the database. */
export async function untilWritten(state: State): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await expect.poll(() => state.waiting, { timeout: 10_000 }).toBe(0);
}

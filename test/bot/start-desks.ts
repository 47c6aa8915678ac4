import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { openAnswerBook } from '../../src/bot/open-answer-book.ts';
import { openFeedbackDesk } from '../../src/desks/feedback/feedback-desk.ts';
import { openGapDesk } from '../../src/desks/gaps/gap-desk.ts';
import { gapOf } from '../../src/desks/gaps/gap-of.ts';
import { describeProblem } from '../../src/reading/problem.ts';
import type { Button } from '../../src/reply/reply.ts';
import { openRecords } from '../../src/state/open-records.ts';
import type { State } from '../../src/state/state.ts';
import type { Change } from '../fixtures/small-project.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';
import { SILENT } from '../state/open-state.ts';
import { knowledgeOf, startReception } from './start-reception.ts';

type Parts = {
  readonly state: State;
  /** What a reload brings. */
  readonly changed?: readonly Change[];
  readonly human?: Button;
};

/** A reception that keeps feedback and what went unanswered, on the two invented companies, as it is after a start. */
export async function startDesks({ state, changed = [], human }: Parts) {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  const bot = new Bot({ knowledge: loaded.knowledge, load: () => knowledgeOf(...changed), commands, language: 'en', records: openRecords(state) });
  const library = () => bot.library;
  const book = openAnswerBook({ state, gapOf: (answered) => gapOf(answered, bot, state.hash), onShown: () => {} });
  const desks = [openFeedbackDesk({ state, book, humanButton: () => human ?? null }), openGapDesk({ state, library, log: SILENT })];
  return startReception({ bot, book, desks, hash: state.hash });
}

/** Waits until all that was to be written is. */
export async function untilWritten(state: State): Promise<void> {
  do await new Promise((done) => setTimeout(done, 20));
  while (state.waiting > 0);
}

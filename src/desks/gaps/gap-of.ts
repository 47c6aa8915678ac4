import type { Answered } from '../../bot/answered.ts';
import type { Bot } from '../../bot/bot.ts';
import type { GapRow } from '../../state/answer-log.ts';
import type { KeyedHash } from '../../state/people.ts';

/**
 * What is to be learnt from a question that had no answer. What is hardly a question ("what?", "👀") is kept, too, and all of it is alike:
 * one press is enough to have done with it.
 */
export function gapOf(answered: Answered, bot: Pick<Bot, 'likeness'>, hash: KeyedHash): Omit<GapRow, 'key' | 'asked'> {
  const { reply } = answered;
  const likeness = reply.reason === 'unclear' ? 'unclear' : bot.likeness(answered);
  return { likeness: hash(`likeness ${likeness}`), nearest: reply.facts };
}

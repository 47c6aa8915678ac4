import { desc, gt, gte, not, sql } from 'drizzle-orm';
import type { FactVotes, FeedbackRecords } from './feedback-records.ts';
import { answerDays, factVotes, feedback } from './schema.ts';
import type { State } from './state.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const LATELY_MS = 30 * DAY_MS;
/** Of those with most bad votes, so many are put into order: there may be any number of facts. */
const CANDIDATES = 200;

export function openFeedbackRecords(state: State): FeedbackRecords {
  return {
    newest: (onlyBad, most) =>
      state.read((database) =>
        database
          .select()
          .from(feedback)
          .where(onlyBad ? not(feedback.good) : undefined)
          .orderBy(desc(feedback.at))
          .limit(most),
      ),
    worst: async (most) => {
      const rows = await state.read((database) => database.select().from(factVotes).where(gt(factVotes.bad, 0)).orderBy(desc(factVotes.bad)).limit(CANDIDATES));
      return rows.sort((left, right) => surelyBad(right) - surelyBad(left) || right.bad - left.bad || (left.fact < right.fact ? -1 : 1)).slice(0, most);
    },
    lately: async () => {
      const since = new Date(state.now().getTime() - LATELY_MS).toISOString().slice(0, 10);
      const [row] = await state.read((database) =>
        database
          .select({ good: sum(answerDays.good), bad: sum(answerDays.bad) })
          .from(answerDays)
          .where(gte(answerDays.day, since)),
      );
      return row ?? { good: 0, bad: 0 };
    },
  };
}

function sum(column: typeof answerDays.good | typeof answerDays.bad) {
  return sql<number>`coalesce(sum(${column}), 0)::integer`;
}

const Z = 1.96;

/** The share of bad votes that is exceeded with a certainty of 97.5 % (Wilson's lower bound): two of two are less sure than twenty of thirty. */
function surelyBad({ good, bad }: FactVotes): number {
  const votes = good + bad;
  const share = bad / votes;
  const margin = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * votes)) / votes);
  return (share + Z ** 2 / (2 * votes) - margin) / (1 + Z ** 2 / votes);
}

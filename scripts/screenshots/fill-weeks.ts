import { randomUUID } from 'node:crypto';
import { type AnswerRow, writeAnswers } from '../../src/state/answer-log.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import { handOffs } from '../../src/state/schema.ts';
import type { State } from '../../src/state/state.ts';
import { writeFeedback } from '../../src/state/write-feedback.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Of the week, from Sunday. */
const QUESTIONS = [4, 21, 26, 24, 22, 17, 3] as const;
const VOTING = 0.3;
const SATISFIED = 0.86;

type Asked = AnswerRow & { readonly handed: boolean };

/** Some weeks in which many people have asked; invented, and the same each time but for their dates. */
export async function fillWeeks(state: State): Promise<void> {
  const random = randomFrom(7);
  const weeks = Array.from({ length: DAYS }, (_, ago) => dayOf(new Date(state.now().getTime() - (ago + 1) * DAY_MS), random)).flat();
  const humans = new HandOffStore(state);
  await state.change((transaction) => writeAnswers(transaction, weeks));
  const votes = weeks.filter(() => random() < VOTING).map((asked) => voteOn(asked, random() < SATISFIED));
  await state.change((transaction) => writeFeedback(transaction, votes));
  for (const asked of weeks.filter(({ handed }) => handed)) {
    const row = handOffOf(asked, (0.3 + 4 * random() ** 2) * HOUR_MS);
    await state.change((transaction) => transaction.insert(handOffs).values(row));
    await humans.posted(row.id, 'message', null);
  }
}

function dayOf(day: Date, random: () => number): Asked[] {
  const usual = QUESTIONS[day.getUTCDay()] ?? 0;
  const count = Math.max(1, Math.round(usual * (0.7 + 0.6 * random())));
  return Array.from({ length: count }, () => {
    const answered = random() < 0.82;
    const id = randomUUID();
    return {
      id,
      at: new Date(day.getTime() - random() * HOUR_MS),
      platform: random() < 0.63 ? 'slack' : 'discord',
      workspace: null,
      person: `person ${Math.floor(random() * 60)}`,
      language: random() < 0.72 ? 'en' : 'fr',
      outcome: answered ? 'answered' : 'unknown',
      reason: answered ? null : 'not-in-documents',
      ms: 3 + 9 * random() ** 3,
      question: '',
      questionKey: random() < 0.05 ? 'often' : id,
      facts: [],
      version: '',
      gap: null,
      handed: random() < (answered ? 0.02 : 0.35),
    } as const;
  });
}

function voteOn({ id, person, at, platform, language, version }: Asked, good: boolean) {
  return { answer: id, person, at, good, reason: null, remark: null, platform, language, question: '', facts: [], version };
}

function handOffOf({ id, at, platform, language, person }: Asked, waitedMs: number): typeof handOffs.$inferInsert {
  const answeredAt = new Date(at.getTime() + waitedMs);
  const place = { platform, channel: 'channel', direct: false, editorsChannel: 'editors' };
  return { id, at, status: 'answered', ...place, person, language, answer: id, facts: [], answeredAt, deliveredAt: answeredAt };
}

/** Numbers from 0 to below 1, always the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

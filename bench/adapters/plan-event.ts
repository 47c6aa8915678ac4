import { mulberry32 } from '../random.ts';

const DUPLICATE_SHARE = 0.01;
const SLASH_SHARE = 0.5;
const MENTION_SHARE = 0.25;
const DROP_EVERY = 1_000;
/** Enough that nobody asks 20 questions in a minute, few enough that they come back. */
const PEOPLE = 2_000;

type Way = 'slash' | 'mention' | 'direct';
export type PlannedEvent = { readonly number: number; readonly way: Way; readonly person: number; readonly twice: boolean; readonly dropBefore: boolean };

/** What happens in a soak, event by event; the same for the same seed. */
export function planEvents(count: number, seed = 1): PlannedEvent[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, number) => ({
    number,
    way: chooseWay(random()),
    person: number % PEOPLE,
    twice: random() < DUPLICATE_SHARE,
    dropBefore: number > 0 && number % DROP_EVERY === 0,
  }));
}

function chooseWay(drawn: number): Way {
  if (drawn < SLASH_SHARE) return 'slash';
  return drawn < SLASH_SHARE + MENTION_SHARE ? 'mention' : 'direct';
}

import { lead } from '../../bot/say.ts';
import { describeError } from '../../log.ts';
import type { HandOff } from '../../state/hand-off.ts';
import { StateError } from '../../state/state-error.ts';
import type { HandOffParts } from './hand-off-parts.ts';
import { ASKER_TEXTS, EDITOR_TEXTS } from './hand-off-texts.ts';
import { deliverResponse, destinationOf, editorsLanguage, postHandOff, quietly, showToEditors, tellEditors } from './post-hand-off.ts';
import { languageOf, writeToAsker } from './write-hand-off.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Another process may be posting it right now. */
const UNDER_WAY_MS = 2 * MINUTE_MS;
const TRIED_AGAIN_MS = 30 * MINUTE_MS;
const KEPT_ANSWERED_MS = 7 * DAY_MS;
const MOST_KNOWN = 1_000;

/** Does what time asks for, once among all processes: reminds, tries again what failed or was cut off, closes what is over. */
export async function attendHandOffs(parts: HandOffParts, now: () => Date): Promise<void> {
  const { store, posted, messengers } = parts;
  const platforms = [...messengers.keys()];
  if (platforms.length === 0) return;
  const { oldest } = await store.waiting(MOST_KNOWN);
  for (const handOff of oldest) posted.add(handOff);
  for (const handOff of await store.claimUnposted(platforms, UNDER_WAY_MS)) await postLate(handOff, parts, now());
  for (const handOff of await store.claimForgotten(platforms, DAY_MS)) await remind(handOff, parts, now());
  for (const handOff of await store.claimUndelivered(platforms, TRIED_AGAIN_MS)) await deliverLate(handOff, parts);
  for (const handOff of await store.closeOld(KEPT_ANSWERED_MS)) {
    if (handOff.status === 'answered' && handOff.deliveredAt === null) await tellEditors(handOff, parts, lead(textsFor(handOff, parts).givenUp));
    await showToEditors({ ...handOff, status: 'closed' }, parts);
  }
}

/** The process ended between keeping and posting it, or the channel could not be written to. */
async function postLate(handOff: HandOff, parts: HandOffParts, now: Date): Promise<void> {
  const { id, at, platform } = handOff;
  try {
    await postHandOff(handOff, parts);
  } catch (error) {
    parts.log.warn({ platform, error: describeError(error) }, 'a question could not be handed to the editors');
    if (now.getTime() - at.getTime() < DAY_MS) return;
    await parts.store.drop(id);
    const reply = writeToAsker(handOff, lead(ASKER_TEXTS[languageOf(handOff)].neverPosted));
    await quietly('whoever asked could not be told', parts, platform, (messenger) => messenger.post(destinationOf(handOff), reply));
  }
}

async function remind(handOff: HandOff, parts: HandOffParts, now: Date): Promise<void> {
  const days = Math.max(1, Math.floor((now.getTime() - handOff.at.getTime()) / DAY_MS));
  await tellEditors(handOff, parts, lead(textsFor(handOff, parts).reminder(days)));
}

async function deliverLate(handOff: HandOff, parts: HandOffParts): Promise<void> {
  if (!(await deliverResponse(handOff, parts))) return;
  await showToEditors({ ...handOff, deliveredAt: handOff.answeredAt }, parts);
  await tellEditors(handOff, parts, lead(textsFor(handOff, parts).deliveredLate));
}

function textsFor(handOff: HandOff, parts: HandOffParts) {
  return EDITOR_TEXTS[editorsLanguage(handOff, parts)];
}

/** @returns ends it */
export function keepAttending(parts: HandOffParts, now: () => Date): () => void {
  let busy = false;
  const attend = async () => {
    if (busy) return;
    busy = true;
    try {
      await attendHandOffs(parts, now);
    } catch (error) {
      // That the database is away is told by whoever keeps it.
      if (!(error instanceof StateError)) parts.log.error({ error: describeError(error) }, 'questions that are with humans could not be looked after');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void attend(), MINUTE_MS).unref();
  return () => clearInterval(timer);
}

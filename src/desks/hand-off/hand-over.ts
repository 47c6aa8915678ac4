import type { PastAnswer } from '../../bot/answer-book.ts';
import type { Visit } from '../../bot/desk.ts';
import type { Incoming } from '../../bot/incoming.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import type { Place } from '../../bot/place.ts';
import { lead, sayTo } from '../../bot/say.ts';
import { describeError } from '../../log.ts';
import { plainText } from '../../reply/plain-text.ts';
import type { HandOff, NewHandOff } from '../../state/hand-off.ts';
import type { HandOffParts } from './hand-off-parts.ts';
import { ASKER_TEXTS } from './hand-off-texts.ts';
import { postHandOff } from './post-hand-off.ts';

/** Hands the question of an answer to the humans of the place. It is kept before anybody is told. */
export async function handOver(answer: string, visit: Visit, parts: HandOffParts): Promise<Outgoing> {
  const texts = ASKER_TEXTS[visit.language];
  const { place } = visit.incoming;
  const { editorsChannel } = parts.settings.of(place);
  if (editorsChannel === null) return sayTo(visit, lead(texts.noEditors));
  const past = await parts.book.find(answer);
  if (past === null) return sayTo(visit, lead(texts.forgotten));
  const given = await describe(past, editorsChannel, visit, parts);
  const { kind, handOff } = await parts.store.open(given);
  if (kind === 'many') return sayTo(visit, lead(texts.many));
  if (handOff === null || kind === 'known') return sayTo(visit, lead(isWaiting(handOff) ? texts.waiting : texts.done));
  try {
    await postHandOff(handOff, parts);
  } catch (error) {
    parts.log.warn({ platform: place.platform, error: describeError(error) }, 'a question could not be handed to the editors');
    await parts.store.drop(handOff.id);
    return sayTo(visit, lead(texts.unreachable));
  }
  return sayTo(visit, lead(texts.handed(handOff.thread === null && !handOff.direct)), {
    kind: 'text',
    tone: 'small',
    text: texts.privacy(handOff.link !== null),
  });
}

/** One that another process hands over right now waits, too. */
function isWaiting(handOff: HandOff | null): boolean {
  return handOff === null || handOff.status === 'open' || handOff.status === 'taken';
}

/** It has the id of its answer, so that there is one for each. */
async function describe(past: PastAnswer, editorsChannel: string, visit: Visit, { messengers, ask }: HandOffParts): Promise<NewHandOff> {
  const { platform, workspace, person: asker } = visit.incoming.place;
  const asked = askedAt(past, visit.incoming);
  const { id, question, language, facts, answered } = past;
  const found = plainText((answered?.reply ?? ask(question, language)).blocks);
  const link =
    asked.direct || asked.thread === null
      ? null
      : await messengers
          .get(platform)
          ?.linkTo(asked)
          .catch(() => null);
  const { channel, thread, direct } = asked;
  const where = { platform, workspace, channel, thread, direct, link: link ?? null, editorsChannel };
  return { id, ...where, asker, person: visit.person, language, question, found, facts: [...facts] };
}

/** A private message may lead back to an answer that all could see; where that is not known, it stays private. */
function askedAt({ answered }: PastAnswer, { place, audience }: Incoming): Place {
  if (audience === 'public' || place.direct) return place;
  if (answered?.audience === 'public' && answered.place.workspace === place.workspace) return answered.place;
  return { ...place, thread: null };
}

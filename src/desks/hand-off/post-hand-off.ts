import type { Destination, Messenger } from '../../bot/messenger.ts';
import { plainReply } from '../../bot/say.ts';
import { AppError } from '../../errors.ts';
import { describeError } from '../../log.ts';
import type { Block } from '../../reply/reply.ts';
import type { HandOff } from '../../state/hand-off.ts';
import type { Language } from '../../text/language.ts';
import type { HandOffParts } from './hand-off-parts.ts';
import { writeForEditors, writeResponse } from './write-hand-off.ts';

/**
 * Shows a question to the editors. Where the database is lost right after, it is posted once more later: the buttons of either
 * message do.
 * @throws where the platform does not take it
 */
export async function postHandOff(handOff: HandOff, parts: HandOffParts): Promise<void> {
  const { platform, workspace, editorsChannel: channel } = handOff;
  const messenger = messengerOf(platform, parts);
  const { message } = await messenger.post(
    { workspace, channel, thread: null, mention: null },
    writeForEditors(handOff, editorsLanguage(handOff, parts), parts.version()),
  );
  parts.posted.add({ ...handOff, editorsMessage: message });
  const there = { platform, workspace, channel, thread: message, person: '', direct: false };
  const link = await messenger.linkTo(there).catch(() => null);
  await parts.store.posted(handOff.id, message, link).catch((error: unknown) => {
    parts.log.error({ platform, error: describeError(error) }, 'a question stands before the editors, but that could not be noted');
  });
}

/** Brings a human's answer to whoever asked. Where the process ends right after, that is done once more: better twice than never. */
export async function deliverResponse(handOff: HandOff, parts: HandOffParts): Promise<boolean> {
  const { id, platform } = handOff;
  try {
    await messengerOf(platform, parts).post(destinationOf(handOff), writeResponse(handOff));
  } catch (error) {
    parts.log.warn({ platform, error: describeError(error) }, 'the answer of a human could not be delivered');
    return false;
  }
  await parts.store.delivered(id).catch((error: unknown) => {
    parts.log.error({ platform, error: describeError(error) }, 'the answer of a human was delivered, but that could not be noted');
  });
  return true;
}

/** A thread that all can see is where it was asked; what only the person saw goes to that person alone. */
export function destinationOf({ workspace, channel, thread, direct, asker }: HandOff): Destination {
  if (direct) return { workspace, channel, thread, mention: null };
  return thread === null ? { workspace, channel: null, thread, mention: asker } : { workspace, channel, thread, mention: asker };
}

/** Puts what has become of a question in place of what the editors see. It matters less than what it tells: nothing fails where that does. */
export async function showToEditors(handOff: HandOff, parts: HandOffParts, closer: string | null = null): Promise<void> {
  const { platform, workspace, editorsChannel: channel, editorsMessage: message } = handOff;
  if (message === null) return;
  const reply = writeForEditors(handOff, editorsLanguage(handOff, parts), parts.version(), closer);
  await quietly('a message to the editors could not be changed', parts, platform, (messenger) => messenger.edit({ workspace, channel, message }, reply));
}

/** Below the question, where the editors are. */
export async function tellEditors(handOff: HandOff, parts: HandOffParts, ...blocks: readonly Block[]): Promise<void> {
  const { platform, workspace, editorsChannel: channel, editorsMessage: thread, takenBy } = handOff;
  const reply = plainReply(blocks, editorsLanguage(handOff, parts), parts.version());
  await quietly('the editors could not be told', parts, platform, (messenger) => messenger.post({ workspace, channel, thread, mention: takenBy }, reply));
}

export async function quietly(failure: string, parts: HandOffParts, platform: string, work: (messenger: Messenger) => Promise<unknown>): Promise<void> {
  try {
    await work(messengerOf(platform, parts));
  } catch (error) {
    parts.log.warn({ platform, error: describeError(error) }, failure);
  }
}

export function editorsLanguage({ platform, workspace, editorsChannel: channel }: HandOff, { settings, language }: HandOffParts): Language {
  return settings.of({ platform, workspace, channel, thread: null, person: '', direct: false }).language ?? language;
}

function messengerOf(platform: string, { messengers }: HandOffParts): Messenger {
  const messenger = messengers.get(platform);
  if (messenger === undefined) throw new AppError('NO_MESSENGER', `There is no connection to ${platform}: set its token, or wait until it is connected`);
  return messenger;
}

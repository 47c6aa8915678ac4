import type { Block, Reply } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';
import type { Visit } from './desk.ts';
import type { Outgoing } from './outgoing.ts';

/** A reply that rests on no fact in particular. */
export function plainReply(blocks: readonly Block[], language: Language, version: string): Reply {
  return { language, status: 'answered', reason: null, blocks, facts: [], sources: [], suggestions: [], version };
}

export function lead(text: string): Block {
  return { kind: 'text', text, tone: 'lead' };
}

/** For whoever stands there alone; about what they did, and so of no version of the data. */
export function sayTo({ language }: Pick<Visit, 'language'>, ...blocks: readonly Block[]): Outgoing {
  return { kind: 'say', reply: plainReply(blocks, language, ''), audience: 'private' };
}

/** In place of the message that was pressed. */
export function replaceFor({ language }: Pick<Visit, 'language'>, ...blocks: readonly Block[]): Outgoing {
  return { kind: 'replace', reply: plainReply(blocks, language, '') };
}

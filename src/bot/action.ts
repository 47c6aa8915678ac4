import { createHash } from 'node:crypto';

/** What a press of a button asks for. It is written into the button itself, so that it outlives a restart. */
export type Action =
  | { readonly kind: 'ask'; readonly question: string }
  /** The passages behind facts, each given as `shortId` writes it. */
  | { readonly kind: 'source'; readonly facts: readonly string[] }
  /** Shows a private answer to everybody. */
  | { readonly kind: 'share'; readonly answer: string }
  /** Removes a public answer: only for whom it was meant, and for moderators. */
  | { readonly kind: 'dismiss'; readonly asker: string }
  | { readonly kind: 'apply'; readonly version: string }
  | { readonly kind: 'cancel'; readonly version: string };

/** Discord's limit, the narrowest there is. */
export const LONGEST_ACTION = 100;

/** `kind:argument`; null where that would be longer than a button can hold. */
export function writeAction(action: Action): string | null {
  const written = `${action.kind}:${argumentOf(action)}`;
  return written.length <= LONGEST_ACTION ? written : null;
}

function argumentOf(action: Action): string {
  switch (action.kind) {
    case 'ask':
      return action.question;
    case 'source':
      return action.facts.join(',');
    case 'share':
      return action.answer;
    case 'dismiss':
      return action.asker;
    case 'apply':
    case 'cancel':
      return action.version;
  }
}

/** Null where no version of this bot wrote it. */
export function readAction(written: string): Action | null {
  const [, kind, argument = ''] = /^([a-z]+):(.+)$/su.exec(written) ?? [];
  switch (kind) {
    case 'ask':
      return { kind, question: argument };
    case 'source':
      return { kind, facts: argument.split(',') };
    case 'share':
      return { kind, answer: argument };
    case 'dismiss':
      return { kind, asker: argument };
    case 'apply':
    case 'cancel':
      return { kind, version: argument };
    default:
      return null;
  }
}

/** Six letters and digits that stand for a fact's id: as many facts as an answer has fit into a button. */
export function shortId(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 6);
}

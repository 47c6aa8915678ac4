import { createHash } from 'node:crypto';

/** What a press of a button, or sending a form, asks for. It is written into the button itself, so that it outlives a restart. */
export type Action =
  | { readonly kind: 'ask'; readonly question: string }
  /** The passages behind facts, each given as `shortId` writes it. */
  | { readonly kind: 'source'; readonly facts: readonly string[] }
  /** Shows a private answer to everybody. */
  | { readonly kind: 'share'; readonly answer: string }
  /** Removes a public answer: only for whom it was meant, and for moderators. */
  | { readonly kind: 'dismiss'; readonly asker: string }
  | { readonly kind: 'apply'; readonly version: string }
  | { readonly kind: 'cancel'; readonly version: string }
  /** Goes back to a version that was applied before, where `from` still answers. */
  | { readonly kind: 'rollback'; readonly version: string; readonly from: string }
  /** An answer was of use. */
  | { readonly kind: 'good'; readonly answer: string }
  | { readonly kind: 'bad'; readonly answer: string }
  /** Why an answer was of no use. */
  | { readonly kind: 'why'; readonly answer: string; readonly reason: string }
  /** Hands the question of an answer to a human. */
  | { readonly kind: 'human'; readonly answer: string }
  /** An editor's: take it, answer it, close it. */
  | { readonly kind: 'take'; readonly handOff: string }
  | { readonly kind: 'respond'; readonly handOff: string }
  | { readonly kind: 'close'; readonly handOff: string }
  /** Decides on questions that had no answer: `answered`, `declined` or `open`. */
  | { readonly kind: 'gap'; readonly likeness: string; readonly status: string }
  /** Changes what is set for a workspace or server, or for a channel of it. */
  | { readonly kind: 'settings'; readonly scope: string }
  | { readonly kind: 'unset'; readonly scope: string };

/** Discord's limit, the narrowest there is. */
export const LONGEST_ACTION = 100;

/** `kind:argument`, two arguments with a bar between; null where that would be longer than a button can hold. */
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
    case 'good':
    case 'bad':
    case 'human':
      return action.answer;
    case 'why':
      return `${action.reason}|${action.answer}`;
    case 'dismiss':
      return action.asker;
    case 'apply':
    case 'cancel':
      return action.version;
    case 'rollback':
      return `${action.version}|${action.from}`;
    case 'take':
    case 'respond':
    case 'close':
      return action.handOff;
    case 'gap':
      return `${action.status}|${action.likeness}`;
    case 'settings':
    case 'unset':
      return action.scope;
  }
}

/** Null where no version of this bot wrote it. */
export function readAction(written: string): Action | null {
  const [, kind, argument = ''] = /^([a-z]+):(.+)$/su.exec(written) ?? [];
  const [, first = '', second = ''] = /^([^|]*)\|(.+)$/su.exec(argument) ?? [];
  switch (kind) {
    case 'ask':
      return { kind, question: argument };
    case 'source':
      return { kind, facts: argument.split(',') };
    case 'share':
    case 'good':
    case 'bad':
    case 'human':
      return { kind, answer: argument };
    case 'why':
      return second === '' ? null : { kind, reason: first, answer: second };
    case 'dismiss':
      return { kind, asker: argument };
    case 'apply':
    case 'cancel':
      return { kind, version: argument };
    case 'rollback':
      return second === '' ? null : { kind, version: first, from: second };
    case 'take':
    case 'respond':
    case 'close':
      return { kind, handOff: argument };
    case 'gap':
      return second === '' ? null : { kind, status: first, likeness: second };
    case 'settings':
    case 'unset':
      return { kind, scope: argument };
    default:
      return null;
  }
}

/** Six letters and digits that stand for a fact's id: as many facts as an answer has fit into a button. */
export function shortId(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 6);
}

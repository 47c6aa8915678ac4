import type { Fields } from './json.ts';
import type { Message, View } from './message.ts';
import type { Upload } from './upload.ts';

/** One thing that the bot did, and that Slack took. */
export type BotAct = {
  /** `thread`: assistant.threads.*. */
  readonly kind: 'message' | 'ephemeral' | 'update' | 'delete' | 'view' | 'home' | 'reaction' | 'thread' | 'file';
  /** Web API method, "response_url" or "ack". */
  readonly via: string;
  readonly channel?: string | undefined;
  readonly threadTs?: string | undefined;
  /** Whom it is for, where it is for one. */
  readonly user?: string | undefined;
  /** Id of the response_url or trigger that it used up. */
  readonly handle?: string | undefined;
  readonly message?: Message;
  readonly view?: View;
  readonly file?: Upload;
  readonly args: Fields;
  /** By performance.now(). */
  readonly at: number;
};

/** What people see, as against reactions, and "is thinking" below the composer. */
export function isVisible({ kind }: BotAct): boolean {
  return kind !== 'reaction' && kind !== 'thread';
}

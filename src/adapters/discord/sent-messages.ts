import { Recent } from '../../bot/recent.ts';

/** A message that was sent long ago is answered like one by somebody else. */
const MOST = 10_000;

type Sent = { readonly thread: string; readonly parts: readonly string[] };

/** The bot's latest public messages: in which conversation each was said, and together with which others. */
export class SentMessages {
  readonly #sent = new Recent<Sent>(MOST);

  /** @param parts ids of the messages that one reply took, the one that stands for all last */
  note(parts: readonly string[], thread: string): void {
    for (const id of parts) this.#sent.set(id, { thread, parts });
  }

  threadOf(id: string): string | undefined {
    return this.#sent.get(id)?.thread;
  }

  /** The message that stands for all of the same reply: the last. */
  lastOf(id: string): string {
    return this.#sent.get(id)?.parts.at(-1) ?? id;
  }

  /** The other messages of the same reply. */
  siblingsOf(id: string): readonly string[] {
    return this.#sent.get(id)?.parts.filter((part) => part !== id) ?? [];
  }
}

import type { Message } from './message.ts';

/** Every message there was, with all its versions. */
export class MessageStore {
  readonly #versions = new Map<string, readonly Message[]>();

  put(message: Message): Message {
    this.#versions.set(message.id, [...this.versions(message.id), message]);
    return message;
  }

  /** The version of now; undefined for a deleted message. */
  find(id: string): Message | undefined {
    const last = this.versions(id).at(-1);
    return last?.deletedAt === null ? last : undefined;
  }

  /** Oldest version first; the last one of a deleted message has a `deletedAt`. */
  versions(id: string): readonly Message[] {
    return this.#versions.get(id) ?? [];
  }

  /** What this person sees in the channel, oldest first. @param viewer null: what everybody sees */
  in(channelId: string, viewer: string | null = null): readonly Message[] {
    return this.all().filter((message) => message.channelId === channelId && message.deletedAt === null && [null, viewer].includes(message.viewer));
  }

  /** Deleted and ephemeral ones included. */
  all(): readonly Message[] {
    return [...this.#versions.values()].flatMap((versions) => versions.at(-1) ?? []);
  }
}

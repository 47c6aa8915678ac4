import { MessageFlags } from 'discord-api-types/v10';
import { allComponents, type Component } from './component-schema.ts';
import type { Mentions } from './find-pings.ts';
import { type Embed, hasFlag } from './message-schema.ts';
import type { Person } from './world.ts';

export type SentFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What a screen reader says of it. */
  readonly description: string | null;
};

/** One version of a message: an edit makes another. */
export type Message = {
  readonly id: string;
  readonly channelId: string;
  readonly author: Person;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly files: readonly SentFile[];
  readonly flags: number;
  readonly mentions: Mentions;
  /** The message that it replies to. */
  readonly replyTo: string | null;
  /** The only person who sees it, where it is ephemeral. */
  readonly viewer: string | null;
  /** What it is the response to. */
  readonly interaction: {
    readonly id: string;
    readonly type: number;
    readonly user: Person;
    readonly name: string | null;
    /** The message whose control was used. */
    readonly sourceId: string | null;
  } | null;
  readonly nonce: string | number | null;
  readonly sentAt: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
};

/** The answer is still to come: people see "thinking…". */
export function isLoading({ flags }: Message): boolean {
  return hasFlag(flags, MessageFlags.Loading);
}

/** All that a person can read in it, buttons and menus excepted. */
export function readableText({ content, embeds, components }: Message): string {
  const ofEmbeds = embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const ofComponents = allComponents(components).map((component) => component.content);
  return [content, ...ofEmbeds, ...ofComponents].filter((text) => text).join('\n');
}

/** Whatever can be pressed, chosen from or followed, in reading order. */
export function controls({ components }: Pick<Message, 'components'>): readonly Component[] {
  return allComponents(components).filter(({ custom_id, url }) => custom_id !== undefined || url !== undefined);
}

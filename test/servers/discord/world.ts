import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { NextSnowflake } from './snowflake.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly permissions: bigint;
  readonly roles: readonly string[];
};

export type TextChannel = { readonly kind: 'text'; readonly id: string; readonly name: string };
export type ThreadChannel = { readonly kind: 'thread'; readonly id: string; readonly name: string; readonly parent: TextChannel; readonly ownerId: string };
/** A conversation of one person with the bot. */
export type DmChannel = { readonly kind: 'dm'; readonly id: string; readonly person: Person };
export type Channel = TextChannel | ThreadChannel | DmChannel;

export type Role = { readonly id: string; readonly name: string; readonly permissions: bigint; readonly mentionable: boolean };

const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, AttachFiles, ReadMessageHistory, UseApplicationCommands } = PermissionFlagsBits;
const { ManageGuild, Administrator, MentionEveryone, AddReactions } = PermissionFlagsBits;
const EVERYONE = ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks | AttachFiles | ReadMessageHistory | UseApplicationCommands | AddReactions;

/** One guild with its people and channels, and everybody's direct messages with the bot. */
export class World {
  readonly applicationId: string;
  readonly guildId: string;
  readonly guildName = 'Test guild';
  readonly bot: Person;
  readonly owner: Person;
  /** Has Manage Server. */
  readonly manager: Person;
  readonly member: Person;
  readonly otherBot: Person;
  readonly general: TextChannel;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly roles: readonly Role[];
  readonly #nextId: NextSnowflake;

  constructor(nextId: NextSnowflake) {
    this.#nextId = nextId;
    this.applicationId = nextId();
    this.guildId = nextId();
    const managers: Role = { id: nextId(), name: 'Managers', permissions: EVERYONE | ManageGuild, mentionable: true };
    this.roles = [{ id: this.guildId, name: '@everyone', permissions: EVERYONE, mentionable: false }, managers];
    this.bot = this.#add({ id: this.applicationId, name: 'layoffs', bot: true, permissions: EVERYONE | MentionEveryone, roles: [] });
    this.owner = this.#add({ id: nextId(), name: 'olivia', bot: false, permissions: EVERYONE | ManageGuild | Administrator | MentionEveryone, roles: [] });
    this.manager = this.#add({ id: nextId(), name: 'marc', bot: false, permissions: managers.permissions, roles: [managers.id] });
    this.member = this.addPerson('ada');
    this.otherBot = this.#add({ id: nextId(), name: 'other-bot', bot: true, permissions: EVERYONE, roles: [] });
    this.general = this.addChannel('general');
  }

  /** An ordinary member of the guild. */
  addPerson(name: string): Person {
    return this.#add({ id: this.#nextId(), name, bot: false, permissions: EVERYONE, roles: [] });
  }

  addChannel(name: string): TextChannel {
    const channel: TextChannel = { kind: 'text', id: this.#nextId(), name };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** @param id that of the message it starts from, where there is one */
  addThread(name: string, parent: TextChannel, ownerId: string, id: string = this.#nextId()): ThreadChannel {
    const thread: ThreadChannel = { kind: 'thread', id, name, parent, ownerId };
    this.channels.set(thread.id, thread);
    return thread;
  }

  /** The person's direct messages with the bot: always the same channel. */
  dm(person: Person): DmChannel {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'dm' && channel.person.id === person.id) return channel;
    }
    const channel: DmChannel = { kind: 'dm', id: this.#nextId(), person };
    this.channels.set(channel.id, channel);
    return channel;
  }

  #add(person: Person): Person {
    this.people.set(person.id, person);
    return person;
  }
}

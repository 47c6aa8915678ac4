import { PermissionFlagsBits } from 'discord-api-types/v10';
import { BITS_BELOW_THE_TIME, type NextSnowflake } from './snowflake.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly permissions: bigint;
  readonly roles: readonly string[];
};

export type TextChannel = { readonly kind: 'text'; readonly id: string; readonly name: string; readonly guildId: string };
export type ThreadChannel = { readonly kind: 'thread'; readonly id: string; readonly name: string; readonly parent: TextChannel; readonly ownerId: string };
/** A conversation of one person with the bot. */
export type DmChannel = { readonly kind: 'dm'; readonly id: string; readonly person: Person };
export type Channel = TextChannel | ThreadChannel | DmChannel;

export type Role = { readonly id: string; readonly name: string; readonly permissions: bigint; readonly mentionable: boolean };

export type Guild = { readonly id: string; readonly name: string; readonly general: TextChannel; readonly roles: readonly Role[] };

/** The shard, of so many, whose connection tells what happens in a guild. */
export type Shard = { readonly id: number; readonly of: number };

const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, AttachFiles, ReadMessageHistory, UseApplicationCommands } = PermissionFlagsBits;
const { ManageGuild, Administrator, MentionEveryone, AddReactions } = PermissionFlagsBits;
const EVERYONE = ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks | AttachFiles | ReadMessageHistory | UseApplicationCommands | AddReactions;

/** A guild with its people and channels, others that have the same people, and everybody's direct messages with the bot. */
export class World {
  readonly applicationId: string;
  readonly guildId: string;
  readonly bot: Person;
  readonly owner: Person;
  /** Has Manage Server. */
  readonly manager: Person;
  readonly member: Person;
  readonly otherBot: Person;
  readonly general: TextChannel;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  /** Of the first guild. */
  readonly roles: readonly Role[];
  readonly guilds = new Map<string, Guild>();
  readonly #nextId: NextSnowflake;

  constructor(nextId: NextSnowflake) {
    this.#nextId = nextId;
    this.applicationId = nextId();
    this.guildId = nextId();
    const managers: Role = { id: nextId(), name: 'Managers', permissions: EVERYONE | ManageGuild, mentionable: true };
    this.roles = [everyone(this.guildId), managers];
    this.bot = this.#add({ id: this.applicationId, name: 'layoffs', bot: true, permissions: EVERYONE | MentionEveryone, roles: [] });
    this.owner = this.#add({ id: nextId(), name: 'olivia', bot: false, permissions: EVERYONE | ManageGuild | Administrator | MentionEveryone, roles: [] });
    this.manager = this.#add({ id: nextId(), name: 'marc', bot: false, permissions: managers.permissions, roles: [managers.id] });
    this.member = this.addPerson('ada');
    this.otherBot = this.#add({ id: nextId(), name: 'other-bot', bot: true, permissions: EVERYONE, roles: [] });
    this.general = this.addChannel('general');
    this.guilds.set(this.guildId, { id: this.guildId, name: 'Test guild', general: this.general, roles: this.roles });
  }

  /** An ordinary member of the guild. */
  addPerson(name: string): Person {
    return this.#add({ id: this.#nextId(), name, bot: false, permissions: EVERYONE, roles: [] });
  }

  /** Another one, of the same people. @param denied permissions that nobody has there, but for its owner */
  addGuild(name: string, shard: Shard = { id: 0, of: 1 }, denied = 0n): Guild {
    const id = this.#guildId(shard);
    const guild: Guild = { id, name, general: this.addChannel('general', id), roles: [everyone(id, denied)] };
    this.guilds.set(id, guild);
    return guild;
  }

  addChannel(name: string, guildId = this.guildId): TextChannel {
    const channel: TextChannel = { kind: 'text', id: this.#nextId(), name, guildId };
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

  /** Made some time ago, at a moment that belongs to the shard. */
  #guildId({ id, of }: Shard): string {
    const before = (BigInt(this.guildId) >> BITS_BELOW_THE_TIME) - 1_000_000n;
    const moment = before - (before % BigInt(of)) + BigInt(id);
    return String((moment << BITS_BELOW_THE_TIME) | BigInt(this.guilds.size));
  }

  #add(person: Person): Person {
    this.people.set(person.id, person);
    return person;
  }
}

/** Null for direct messages. */
export function guildIdOf(channel: Channel): string | null {
  if (channel.kind === 'dm') return null;
  return channel.kind === 'text' ? channel.guildId : channel.parent.guildId;
}

/** Direct messages belong to the first. */
export function belongsTo({ id, of }: Shard, guildId: string | null): boolean {
  return guildId === null ? id === 0 : (BigInt(guildId) >> BITS_BELOW_THE_TIME) % BigInt(of) === BigInt(id);
}

function everyone(guildId: string, denied = 0n): Role {
  return { id: guildId, name: '@everyone', permissions: EVERYONE & ~denied, mentionable: false };
}

import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CommandRegistry, type RegisteredCommand } from './command-registry.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { Outcome } from './interaction.ts';
import { InteractionDesk } from './interaction-desk.ts';
import type { Message } from './message.ts';
import { MessageDesk, type Ping } from './message-desk.ts';
import { MessageStore } from './message-store.ts';
import { openOpenApiCheck } from './openapi-check.ts';
import { guildPayload } from './payloads.ts';
import { People } from './people.ts';
import { type Rejection, type RequestRecord, RestServer, type SchemaViolation } from './rest-server.ts';
import { Signal } from './signal.ts';
import { createSnowflakes } from './snowflake.ts';
import { type Channel, type Guild, type Person, type Shard, type TextChannel, World } from './world.ts';

export type LocalDiscordOptions = {
  /** How long an interaction waits for its first response; Discord: 3,000. */
  readonly deadlineMs?: number;
  /** How long follow-ups are possible; Discord: 15 minutes. */
  readonly tokenLifetimeMs?: number;
  /** Discord: 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** Privileged intents that the application was granted; none where not given. */
  readonly privilegedIntents?: number;
  /** What two log-ins of the same shard have between them; Discord: 5,000. None where not given. */
  readonly identifyIntervalMs?: number;
  /** How many shards may log in at a time; 1 where not given. */
  readonly maxConcurrency?: number;
  /** Log-ins a day; 1,000 where not given. */
  readonly sessionStarts?: number;
  /** Where Discord's description of its API lies; bodies go unchecked where it does not. */
  readonly openApiFile?: string;
};

/** A Discord on this machine, of one guild at first, in which tests act as the people. */
export type LocalDiscord = {
  /** For discord.js: `rest: { api: apiUrl }`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly botUser: Person;
  /** Who and what is there: `owner`, `manager`, `member`, `otherBot`, `general`; `dm(person)`, `addPerson`, `addChannel`. */
  readonly world: World;
  /** Sends messages, runs commands, presses buttons, and so on. */
  readonly people: People;
  /** Breaks, closes, invalidates and refuses connections. */
  readonly gateway: Gateway;
  /** Makes requests fail. */
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  /** What a real Discord would not have accepted: empty after a good test. */
  readonly rejected: readonly Rejection[];
  /** Where bodies disagree with Discord's own description: empty, too. */
  readonly violations: readonly SchemaViolation[];
  /** Whom the bot's messages notified. */
  readonly pings: readonly Ping[];
  /** Ids of channels in which the bot showed itself typing, once for each time. */
  readonly typing: readonly string[];
  /** The registered commands. @param guildId null for the global ones */
  readonly commands: (guildId?: string | null) => readonly RegisteredCommand[];
  /** What a person sees in a channel; without a viewer, what everybody sees. */
  readonly messages: (channelId: string, viewer?: Person) => readonly Message[];
  /** Every version of a message, oldest first; a deleted one ends with a `deletedAt`. */
  readonly versions: (messageId: string) => readonly Message[];
  /** How an interaction stands now. */
  readonly outcome: (interactionId: string) => Outcome;
  /** The bot may no longer write in this channel, or to this person. */
  readonly forbid: (channel: Channel) => void;
  /** The event and the thread; it starts from no message. */
  readonly openThread: (name: string, parent?: TextChannel) => Channel;
  /** The event and another guild, with the same people. */
  readonly openGuild: (name: string, shard?: Shard, denied?: bigint) => Guild;
  /** Until the bot is logged in and its commands, if `commands` is above 0, are registered. */
  readonly waitUntilReady: (expected?: { readonly commands?: number; readonly withinMs?: number }) => Promise<void>;
  /** Until something holds; looked at after everything that happens here. */
  readonly waitUntil: (what: string, holds: () => boolean, withinMs?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const TOKEN = 'local-bot-token';
const PATIENCE_MS = 10_000;

export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const http = createServer();
  const sockets = new Set<Socket>();
  http.on('connection', (socket) => void sockets.add(socket.once('close', () => sockets.delete(socket))));
  const port = await listen(http);
  const { world, signal, store, gateway, messages, interactions, commands, faults, rest, people, typing, forbidden } = build(port, options);
  http.on('request', (request, response) => void rest.serve(request, response));
  http.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  const waitUntil = async (what: string, holds: () => boolean, withinMs = PATIENCE_MS) => {
    await signal.until(what, () => (holds() ? true : undefined), withinMs);
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: TOKEN,
    applicationId: world.applicationId,
    guildId: world.guildId,
    botUser: world.bot,
    world,
    people,
    gateway,
    faults,
    requests: rest.requests,
    rejected: rest.rejected,
    violations: rest.violations,
    pings: messages.pings,
    typing,
    commands: (guildId = null) => commands.list(guildId),
    messages: (channelId, viewer) => store.in(channelId, viewer?.id ?? null),
    versions: (id) => store.versions(id),
    outcome: (id) => outcomeOf(id, interactions),
    forbid: (channel) => void forbidden.add(channel.id),
    openThread: (name, parent = world.general) => messages.openThread(world.addThread(name, parent, world.member.id)),
    openGuild: (name, shard, denied) => {
      const guild = world.addGuild(name, shard, denied);
      gateway.dispatch('GUILD_CREATE', () => guildPayload(world, guild, false), { guildId: guild.id });
      return guild;
    },
    waitUntilReady: ({ commands: count = 0, withinMs } = {}) =>
      waitUntil('a bot that is ready', () => gateway.ready && commands.list(null).length + commands.list(world.guildId).length >= count, withinMs),
    waitUntil,
    stop: async () => {
      const closed = new Promise((resolve) => http.close(resolve));
      gateway.stop();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function build(port: number, options: LocalDiscordOptions) {
  const { deadlineMs = 3000, tokenLifetimeMs = 15 * 60_000, heartbeatIntervalMs = 41_250, privilegedIntents = 0, openApiFile } = options;
  const { identifyIntervalMs = 0, maxConcurrency = 1, sessionStarts = 1000 } = options;
  const logIns = { identifyIntervalMs, maxConcurrency, sessionStarts };
  const nextId = createSnowflakes();
  const [world, signal, store, faults] = [new World(nextId), new Signal(), new MessageStore(), new Faults()];
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const gateway = new Gateway({ world, token: TOKEN, signal, heartbeatIntervalMs, privilegedIntents, url: gatewayUrl, ...logIns });
  const messages = new MessageDesk({ world, store, gateway, signal, nextId, privilegedIntents });
  const interactions = new InteractionDesk({ messages, store, signal, nextId, applicationId: world.applicationId, deadlineMs, tokenLifetimeMs });
  const commands = new CommandRegistry(world.applicationId, nextId);
  const [typing, forbidden]: [string[], Set<string>] = [[], new Set()];
  const people = new People({ world, store, messages, interactions, commands, gateway, signal });
  const parts = { world, store, gateway, messages, interactions, commands, gatewayUrl, typing, forbidden };
  const rest = new RestServer({ ...parts, token: TOKEN, faults, check: openOpenApiCheck(openApiFile), signal });
  return { ...parts, signal, faults, rest, people };
}

function outcomeOf(id: string, interactions: InteractionDesk): Outcome {
  const interaction = interactions.find(id);
  if (interaction === undefined) throw new Error(`There is no interaction ${id}`);
  return interactions.outcome(interaction);
}

function listen(http: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', () => resolve(portOf(http.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

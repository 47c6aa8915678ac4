import { type LocalDiscord, startLocalDiscord } from '../../test/servers/discord/local-discord.ts';
import type { Message } from '../../test/servers/discord/message.ts';
import { MessageStore } from '../../test/servers/discord/message-store.ts';
import { messageEventPayload, messagePayload } from '../../test/servers/discord/payloads.ts';
import type { RequestRecord } from '../../test/servers/discord/rest-server.ts';
import { type Channel, guildIdOf, type Person } from '../../test/servers/discord/world.ts';
import { forkBot } from './fork-bot.ts';
import type { SoakField } from './soak-field.ts';
import { Tally } from './tally.ts';

const RATE_LIMIT = { kind: 'rate-limit', retryAfter: 0.3 } as const;
const ANSWERS = /^POST \/(?:interactions|channels|webhooks)\//;
const SHARE = 0.01;

/** Whatever is sent while the connection is down comes when the session is resumed. */
export async function openDiscordSoak(): Promise<SoakField> {
  const discord = await startLocalDiscord();
  const bot = await forkBot({ kind: 'ours', road: 'discord', apiUrl: discord.apiUrl, port: null, memory: null });
  await discord.waitUntilReady({ commands: 1 });
  discord.faults.random(RATE_LIMIT, { share: SHARE, seed: 7, matching: ANSWERS });
  const tally = new Tally();
  const personOf = remember((number: number) => discord.world.addPerson(`person ${number}`));
  let slashesUnderWay = 0;
  let read = 0;
  const readAnswers = () => {
    for (const request of discord.requests.slice(read)) {
      const event = eventOf(request);
      if (event !== null) tally.note(event);
    }
    read = discord.requests.length;
  };
  const run = async (user: Person, question: string, eventCopies: number) => {
    slashesUnderWay += 1;
    const { interactionId } = await discord.people.command({ name: 'layoffs', subcommand: 'ask', user, options: { question }, eventCopies });
    slashesUnderWay -= 1;
    tally.expect(interactionId);
  };
  return {
    bot,
    tally,
    send: async ({ number, way, person, twice }, question) => {
      const copies = twice ? 2 : 1;
      const author = personOf(person);
      if (way === 'slash') return void run(author, question, copies);
      const mentioned = way === 'mention';
      const content = mentioned ? `<@${discord.botUser.id}> ${question}` : question;
      const message = write(number, author, mentioned ? discord.world.general : discord.world.dm(author), content, mentioned ? [discord.botUser.id] : []);
      tally.expect(message.id);
      dispatch(message, copies, discord);
    },
    drop: async () => discord.gateway.drop(),
    underWay: () => {
      readAnswers();
      return slashesUnderWay + tally.unanswered;
    },
    met: () => ({
      rateLimits: discord.requests.filter(({ fault }) => fault === 'rate-limit').length,
      connections: discord.gateway.identified.length + discord.gateway.resumed,
    }),
    problems: () => [
      ...discord.rejected.map(({ message }) => message),
      ...discord.violations.flatMap((violation) => violation.problems),
      ...discord.pings.map(({ kind }) => `a ping of ${kind}`),
    ],
    stop: async () => {
      await bot.stop();
      await discord.stop();
    },
  };
}

/** Straight to the gateway: the server's own people watch all messages for answers, which takes longer with each one. */
function dispatch(message: Message, copies: number, { gateway, world }: LocalDiscord): void {
  const payload = { ...messagePayload(message, world, new MessageStore(), () => true), ...messageEventPayload(message, world) };
  const guildId = guildIdOf(world.channels.get(message.channelId) ?? world.general);
  gateway.dispatch('MESSAGE_CREATE', () => payload, { guildId, copies });
}

function write(number: number, author: Person, channel: Channel, content: string, users: string[]): Message {
  const held = { embeds: [], components: [], files: [], flags: 0, mentions: { users, roles: [], everyone: false } };
  const origin = { replyTo: null, viewer: null, interaction: null, nonce: null };
  return { id: idOf(number), channelId: channel.id, author, content, ...held, ...origin, sentAt: Date.now(), editedAt: null, deletedAt: null };
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids in the past, so that none is one of the server's. */
function idOf(number: number): string {
  return String((BigInt(Date.now() - DISCORD_EPOCH - 86_400_000) << 22n) + BigInt(number));
}

/** The event that a request answers, and that Discord took; null for other requests. */
function eventOf({ method, path, body, status }: RequestRecord): string | null {
  if (method !== 'POST' || status >= 300) return null;
  const interaction = /^\/interactions\/(\d+)\//.exec(path)?.[1];
  if (interaction !== undefined) return interaction;
  return /^\/channels\/\d+\/messages$/.test(path) ? referenceOf(body) : null;
}

function referenceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('message_reference' in body)) return null;
  const { message_reference: reference } = body;
  return typeof reference === 'object' && reference !== null && 'message_id' in reference ? String(reference.message_id) : null;
}

function remember<Value>(make: (number: number) => Value): (number: number) => Value {
  const known = new Map<number, Value>();
  return (number) => {
    const value = known.get(number) ?? make(number);
    known.set(number, value);
    return value;
  };
}

import { z } from 'zod';
import { issue, REFUSALS } from './api-refusal.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { Gateway } from './gateway.ts';
import type { InteractionDesk } from './interaction-desk.ts';
import type { Message } from './message.ts';
import type { MessageDesk } from './message-desk.ts';
import type { MessageStore } from './message-store.ts';
import { parseBody } from './parse-body.ts';
import { applicationPayload, channelPayload, guildPayload, memberPayload, userPayload } from './payloads.ts';
import type { ApiRequest } from './read-request.ts';
import type { Channel, Guild, World } from './world.ts';

export type RestParts = {
  readonly world: World;
  readonly store: MessageStore;
  readonly messages: MessageDesk;
  readonly interactions: InteractionDesk;
  readonly commands: CommandRegistry;
  readonly gateway: Gateway;
  readonly gatewayUrl: () => string;
  /** Channels in which the bot may not write. */
  readonly forbidden: ReadonlySet<string>;
  /** Where the bot has shown itself typing. */
  readonly typing: string[];
};

/** What is answered, and with which status where it is neither 200 nor, without an answer, 204. */
export type Answer = { readonly json?: unknown; readonly status?: number };

export type Route = {
  readonly method: string;
  /** `:` stands for a part of the path, which `handle` gets as an argument. */
  readonly path: string;
  /** Whether the path's token stands in for the bot's. */
  readonly open: boolean;
  readonly handle: (request: ApiRequest, parts: RestParts, ...held: readonly string[]) => Answer;
};

const ROUTES: readonly Route[] = [
  route('GET', '/gateway/bot', (_, { gateway, gatewayUrl }) => ({ json: { url: gatewayUrl(), shards: 1, session_start_limit: gateway.sessionStartLimit } })),
  route('GET', '/users/@me', (_, { world }) => ({ json: { ...userPayload(world.bot), verified: true, mfa_enabled: true, flags: 0, email: null } })),
  route('GET', '/users/:', (_, { world }, id = '') => ({ json: userPayload(world.people.get(id) ?? refuse(REFUSALS.unknownUser())) })),
  route('POST', '/users/@me/channels', openDm),
  route('GET', '/applications/@me', (_, { world }) => ({ json: applicationPayload(world) })),
  route('GET', '/oauth2/applications/@me', (_, { world }) => ({ json: applicationPayload(world) })),
  route('GET', '/guilds/:', (_, { world }, id = '') => ({ json: guildPayload(world, guildOf(world, id), false) })),
  route('GET', '/guilds/:/members/:', getMember),
  ...commandRoutes('/applications/:/commands', () => null),
  ...commandRoutes('/applications/:/guilds/:/commands', ([guildId = '']) => guildId),
  route('GET', '/channels/:', (_, { world }, id = '') => ({ json: channelPayload(channelOf(world, id), world) })),
  route('POST', '/channels/:/typing', showTyping),
  route('GET', '/channels/:/messages', listMessages),
  route('POST', '/channels/:/messages', createMessage),
  route('GET', '/channels/:/messages/:', (_, parts, channelId = '', id = '') => ({ json: parts.messages.payload(messageIn(parts, channelId, id)) })),
  route('PATCH', '/channels/:/messages/:', editMessage),
  route('DELETE', '/channels/:/messages/:', deleteMessage),
  route('POST', '/channels/:/messages/:/threads', startThread),
  openRoute('POST', '/interactions/:/:/callback', acknowledge),
  openRoute('POST', '/webhooks/:/:', followUp),
  openRoute('GET', '/webhooks/:/:/messages/:', (_, parts, appId = '', token = '', id = '') => ({
    json: parts.messages.fullPayload(ownWebhook(parts, appId).message(token, id)),
  })),
  openRoute('PATCH', '/webhooks/:/:/messages/:', (request, parts, appId = '', token = '', id = '') => ({
    json: parts.messages.fullPayload(ownWebhook(parts, appId).edit(token, id, request)),
  })),
  openRoute('DELETE', '/webhooks/:/:/messages/:', (_, parts, appId = '', token = '', id = '') => {
    ownWebhook(parts, appId).remove(token, id);
    return {};
  }),
];

/** The route of a request, and the parts of the path that it takes. */
export function findRoute({ method, path }: Pick<ApiRequest, 'method' | 'path'>): { readonly route: Route; readonly held: readonly string[] } | undefined {
  for (const candidate of ROUTES) {
    const held = candidate.method === method ? matchPath(candidate.path, path) : null;
    if (held !== null) return { route: candidate, held };
  }
  return undefined;
}

function matchPath(template: string, path: string): readonly string[] | null {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length || !wanted.every((part, place) => part === ':' || part === given[place])) return null;
  return given.filter((_, place) => wanted[place] === ':').map(decodeURIComponent);
}

function route(method: string, path: string, handle: Route['handle']): Route {
  return { method, path, handle, open: false };
}

function openRoute(method: string, path: string, handle: Route['handle']): Route {
  return { method, path, handle, open: true };
}

/** The same six ways to deal with commands, global ones and a guild's. */
function commandRoutes(path: string, guildIn: (held: readonly string[]) => string | null): readonly Route[] {
  const on = (method: string, below: string, act: (commands: CommandRegistry, guildId: string | null, body: unknown, id: string) => Answer) =>
    route(method, `${path}${below}`, ({ body }, { world, commands }, appId, ...held) => {
      if (appId !== world.applicationId) throw REFUSALS.unknownApplication();
      const guildId = guildIn(held);
      if (guildId !== null) guildOf(world, guildId);
      return act(commands, guildId, body, held.at(-1) ?? '');
    });
  return [
    on('GET', '', (commands, guildId) => ({ json: commands.list(guildId) })),
    on('PUT', '', (commands, guildId, body) => ({ json: commands.replaceAll(body, guildId) })),
    on('POST', '', (commands, guildId, body) => ({ json: commands.add(body, guildId), status: 201 })),
    on('GET', '/:', (commands, guildId, _, id) => ({ json: commands.find(id, guildId) })),
    on('PATCH', '/:', (commands, guildId, body, id) => ({ json: commands.change(id, body, guildId) })),
    on('DELETE', '/:', (commands, guildId, _, id) => {
      commands.remove(id, guildId);
      return {};
    }),
  ];
}

function openDm({ body }: ApiRequest, { world }: RestParts): Answer {
  const { recipient_id } = parseBody(z.looseObject({ recipient_id: z.string() }), body);
  const person = world.people.get(recipient_id) ?? refuse(REFUSALS.unknownUser());
  if (person.bot) throw REFUSALS.cannotMessageUser();
  return { json: channelPayload(world.dm(person), world) };
}

function getMember(_: ApiRequest, { world }: RestParts, guildId = '', id = ''): Answer {
  guildOf(world, guildId);
  const person = world.people.get(id) ?? refuse(REFUSALS.unknownMember());
  return { json: { ...memberPayload(person), user: userPayload(person) } };
}

function showTyping(_: ApiRequest, { world, typing, forbidden }: RestParts, channelId = ''): Answer {
  writable(channelOf(world, channelId), forbidden);
  typing.push(channelId);
  return {};
}

function listMessages({ query }: ApiRequest, { world, store, messages }: RestParts, channelId = ''): Answer {
  const { id } = channelOf(world, channelId);
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw REFUSALS.invalidForm([issue(['limit'], 'int value should be between 1 and 100', 'NUMBER_TYPE_MAX')]);
  const [before, after] = [query.get('before'), query.get('after')];
  const wanted = store
    .in(id)
    .filter((message) => (before === null || BigInt(message.id) < BigInt(before)) && (after === null || BigInt(message.id) > BigInt(after)));
  const part = after === null ? wanted.slice(-limit) : wanted.slice(0, limit);
  return { json: part.toReversed().map((message) => messages.payload(message)) };
}

function createMessage({ body, files }: ApiRequest, { world, messages, forbidden }: RestParts, channelId = ''): Answer {
  const channel = writable(channelOf(world, channelId), forbidden);
  return { json: messages.payload(messages.fromBot(body, files, { channelId: channel.id })) };
}

function editMessage({ body, files }: ApiRequest, parts: RestParts, channelId = '', id = ''): Answer {
  const message = messageIn(parts, channelId, id);
  if (message.author.id !== parts.world.bot.id) throw REFUSALS.notYours();
  return { json: parts.messages.payload(parts.messages.edit(message, body, files)) };
}

function deleteMessage(_: ApiRequest, parts: RestParts, channelId = '', id = ''): Answer {
  const message = messageIn(parts, channelId, id);
  if (message.author.id !== parts.world.bot.id) throw REFUSALS.missingPermissions();
  parts.messages.remove(message);
  return {};
}

function startThread({ body }: ApiRequest, parts: RestParts, channelId = '', id = ''): Answer {
  const { world, messages } = parts;
  const { name } = parseBody(z.looseObject({ name: z.string().min(1).max(100) }), body);
  const parent = channelOf(world, channelId);
  if (parent.kind !== 'text') throw REFUSALS.unknownChannel();
  const thread = messages.openThread(world.addThread(name, parent, world.bot.id, messageIn(parts, channelId, id).id));
  return { json: channelPayload(thread, world), status: 201 };
}

function acknowledge(request: ApiRequest, { interactions }: RestParts, id = '', token = ''): Answer {
  const described = interactions.acknowledge(id, token, request);
  return request.query.get('with_response') === 'true' ? { json: described } : {};
}

function followUp(request: ApiRequest, parts: RestParts, appId = '', token = ''): Answer {
  const message = ownWebhook(parts, appId).followUp(token, request);
  return { json: parts.messages.fullPayload(message) };
}

function ownWebhook({ world, interactions }: RestParts, appId: string): InteractionDesk {
  if (appId !== world.applicationId) throw REFUSALS.unknownWebhook();
  return interactions;
}

/** As seen over REST: an ephemeral message is not there. */
function messageIn({ store }: RestParts, channelId: string, id: string): Message {
  const message = store.find(id);
  if (message?.channelId !== channelId || message.viewer !== null) throw REFUSALS.unknownMessage();
  return message;
}

function channelOf({ channels }: World, id: string): Channel {
  return channels.get(id) ?? refuse(REFUSALS.unknownChannel());
}

function writable(channel: Channel, forbidden: ReadonlySet<string>): Channel {
  if (!forbidden.has(channel.id)) return channel;
  throw channel.kind === 'dm' ? REFUSALS.cannotMessageUser() : REFUSALS.missingPermissions();
}

function guildOf({ guilds }: World, id: string): Guild {
  return guilds.get(id) ?? refuse(REFUSALS.unknownGuild());
}

function refuse(refusal: Error): never {
  throw refusal;
}

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { closingIfRefused, GatewayClosing } from './gateway-closing.ts';
import { GatewaySession } from './gateway-session.ts';
import { applicationPayload, guildPayload, memberPayload, type Payload, userPayload } from './payloads.ts';
import type { Signal } from './signal.ts';
import { belongsTo, type World } from './world.ts';

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>((all, bit) => (typeof bit === 'number' ? all | bit : all), 0);
const LONGEST_PAYLOAD = 4096;
const COMMANDS_PER_MINUTE = 120;

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.looseObject({}),
  compress: z.boolean().optional(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });
const membersRequest = z.object({ guild_id: z.string(), nonce: z.string().optional(), user_ids: z.union([z.string(), z.array(z.string())]).optional() });

/** How a connection is turned away: by an HTTP response, or by breaking it. */
export type Refusal = 'unavailable' | 'reset';

export type GatewayOptions = {
  readonly world: World;
  readonly token: string;
  readonly signal: Signal;
  readonly heartbeatIntervalMs: number;
  /** The privileged intents that the application may ask for. */
  readonly privilegedIntents: number;
  readonly url: () => string;
  /** Between two log-ins of shards whose ids leave the same rest when divided by `maxConcurrency`; 0: none. */
  readonly identifyIntervalMs: number;
  readonly maxConcurrency: number;
  /** Log-ins a day. */
  readonly sessionStarts: number;
};

/** What an event is about. */
export type EventScope = {
  /** Null for direct messages. */
  readonly guildId: string | null;
  /** How often each session gets it; once where not given. */
  readonly copies?: number;
};

/** What a test sees and does of the gateway; the connections themselves are below. */
export class Gateway {
  /** The intents of every log-in, in order. */
  readonly identified: number[] = [];
  /** The codes that connections were closed with, by either side. */
  readonly closeCodes: number[] = [];
  resumed = 0;
  heartbeats = 0;
  /** Heartbeats stay unanswered while this is false. */
  acknowledging = true;
  /** Other ops that came: asking for members (8), presence (3) and so on. */
  readonly received: { readonly op: number; readonly d: unknown }[] = [];
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, GatewaySession>();
  /** When shards logged in last, by the rest. */
  readonly #identifiedAt = new Map<number, number>();
  #refusal: Refusal | null = null;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#server.on('connection', (socket, request) => this.#welcome(socket, request));
  }

  get connections(): number {
    return this.#server.clients.size;
  }

  /** Whether the bot is logged in and connected. */
  get ready(): boolean {
    return this.#live().length > 0;
  }

  /** Those that are logged in and connected, in order. */
  get shards(): readonly number[] {
    return this.#live()
      .map(({ shard }) => shard.id)
      .toSorted((a, b) => a - b);
  }

  /** As GET /gateway/bot tells it. */
  get sessionStartLimit() {
    const { sessionStarts: total, maxConcurrency: max_concurrency } = this.#options;
    return { total, remaining: Math.max(0, total - this.identified.length), reset_after: 0, max_concurrency };
  }

  /**
   * Sends an event to every session of the shard that it belongs to, connected or not: two processes with the same shard both get it.
   * `toData` may say by the session's intents what it gets, or null for nothing.
   */
  dispatch(name: string, toData: (intents: number) => unknown, { guildId, copies = 1 }: EventScope): void {
    for (const session of this.#sessions.values()) {
      if (!belongsTo(session.shard, guildId)) continue;
      const data = toData(session.intents);
      for (let copy = 0; copy < copies && data !== null; copy += 1) session.dispatch(name, data);
    }
  }

  /** Op 7: connect again, and resume. */
  askToReconnect(): void {
    this.#tell({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Op 9. A session that is not resumable is gone. */
  invalidateSessions(resumable: boolean): void {
    this.#tell({ op: GatewayOpcodes.InvalidSession, d: resumable });
    if (!resumable) this.forgetSessions();
  }

  /** Whoever comes back to resume is told that there is nothing to resume. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  /** Breaks every connection without a word, or those of one shard. */
  drop(shard: number | null = null): void {
    for (const socket of this.#server.clients) if (shard === null || this.#sessionOf(socket)?.shard.id === shard) socket.terminate();
  }

  close(code: number, reason = ''): void {
    for (const socket of this.#server.clients) socket.close(code, reason);
  }

  refuse(how: Refusal = 'unavailable'): void {
    this.#refusal = how;
  }

  accept(): void {
    this.#refusal = null;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#refusal === null) this.#server.handleUpgrade(request, socket, head, (open) => this.#server.emit('connection', open, request));
    else if (this.#refusal === 'unavailable') socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  }

  stop(): void {
    this.drop();
    this.#server.close();
  }

  #welcome(socket: WebSocket, { url = '' }: IncomingMessage): void {
    socket.on('close', (code) => this.#noteClose(code, socket));
    // Whatever breaks a connection also closes it.
    socket.on('error', () => undefined);
    closingIfRefused(socket, () => {
      checkQuery(new URL(url, 'ws://localhost').searchParams);
      socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, s: null, t: null, d: { heartbeat_interval: this.#options.heartbeatIntervalMs, _trace: [] } }));
      const count = countPerMinute(socket);
      socket.on('message', (data) => closingIfRefused(socket, () => this.#receive(String(data), socket, count())));
    });
  }

  #receive(text: string, socket: WebSocket, inThisMinute: number): void {
    if (text.length > LONGEST_PAYLOAD) throw new GatewayClosing(GatewayCloseCodes.DecodeError, 'Payload too long');
    if (inThisMinute > COMMANDS_PER_MINUTE) throw new GatewayClosing(GatewayCloseCodes.RateLimited, 'Rate limited');
    const { op, d } = decode(frame, JSON.parse(text));
    if (op === GatewayOpcodes.Heartbeat) this.#beat(socket);
    else if (op === GatewayOpcodes.Identify) this.#identify(d, socket);
    else if (op === GatewayOpcodes.Resume) this.#resume(d, socket);
    else this.#receiveOther(op, d, this.#sessionOf(socket));
    this.#options.signal.notify();
  }

  #receiveOther(op: number, d: unknown, session: GatewaySession | undefined): void {
    if (session === undefined) throw new GatewayClosing(GatewayCloseCodes.NotAuthenticated, 'Not authenticated');
    if (!KNOWN_OPS.includes(op)) throw new GatewayClosing(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode');
    this.received.push({ op, d });
    if (op === GatewayOpcodes.RequestGuildMembers) this.#sendMembers(d, session);
  }

  #beat(socket: WebSocket): void {
    this.heartbeats += 1;
    if (this.acknowledging) socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck, d: null }));
  }

  #identify(d: unknown, socket: WebSocket): void {
    const { token, intents, shard: [id, of] = [0, 1] } = decode(identify, d);
    this.#checkToken(token);
    if (this.#sessionOf(socket) !== undefined) throw new GatewayClosing(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    if ((intents & ~ALL_INTENTS) !== 0) throw new GatewayClosing(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if ((intents & PRIVILEGED & ~this.#options.privilegedIntents) !== 0) throw new GatewayClosing(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    if (id < 0 || id >= of) throw new GatewayClosing(GatewayCloseCodes.InvalidShard, 'Invalid shard');
    if (this.#isTooSoon(id)) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return;
    }
    const session = new GatewaySession(intents, { id, of }, socket);
    this.#sessions.set(session.id, session);
    this.identified.push(intents);
    this.#greet(session);
  }

  #checkToken(token: string): void {
    if (token !== this.#options.token) throw new GatewayClosing(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
  }

  #isTooSoon(shardId: number): boolean {
    const { identifyIntervalMs, maxConcurrency } = this.#options;
    const [now, rest] = [performance.now(), shardId % maxConcurrency];
    if (now - (this.#identifiedAt.get(rest) ?? Number.NEGATIVE_INFINITY) < identifyIntervalMs) return true;
    this.#identifiedAt.set(rest, now);
    return false;
  }

  #greet(session: GatewaySession): void {
    const { world, url } = this.#options;
    const guilds = [...world.guilds.values()].filter(({ id }) => belongsTo(session.shard, id));
    session.dispatch('READY', {
      v: 10,
      user: { ...userPayload(world.bot), verified: true, mfa_enabled: true, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      application: { id: world.applicationId, flags: applicationPayload(world)['flags'] },
      shard: [session.shard.id, session.shard.of],
      private_channels: [],
      relationships: [],
      _trace: [],
    });
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    const everyMember = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', guildPayload(world, guild, everyMember));
  }

  #resume(d: unknown, socket: WebSocket): void {
    const { token, session_id, seq } = decode(resume, d);
    this.#checkToken(token);
    const session = this.#sessions.get(session_id);
    if (session?.knows(seq)) {
      session.resume(socket, seq);
      this.resumed += 1;
    } else {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
    }
  }

  #sendMembers(d: unknown, session: GatewaySession): void {
    const { guild_id, user_ids, nonce } = decode(membersRequest, d);
    const { world } = this.#options;
    const wanted = user_ids === undefined ? null : [user_ids].flat();
    const people = [...world.people.values()].filter(({ id }) => wanted?.includes(id) ?? true);
    const members = people.map((person): Payload => ({ ...memberPayload(person), user: userPayload(person) }));
    session.dispatch('GUILD_MEMBERS_CHUNK', { guild_id, members, chunk_index: 0, chunk_count: 1, ...(nonce === undefined ? {} : { nonce }) });
  }

  #tell(message: unknown): void {
    for (const { socket } of this.#live()) socket.send(JSON.stringify(message));
  }

  /** A client that closes with 1000 or 1001 gives its session up. */
  #noteClose(code: number, socket: WebSocket): void {
    this.closeCodes.push(code);
    const session = this.#sessionOf(socket);
    if (session !== undefined && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    this.#options.signal.notify();
  }

  #sessionOf(socket: WebSocket): GatewaySession | undefined {
    return [...this.#sessions.values()].find((session) => session.socket === socket);
  }

  #live(): readonly GatewaySession[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket.readyState === socket.OPEN);
  }
}

function checkQuery(query: URLSearchParams): void {
  if (query.get('v') !== '10') throw new GatewayClosing(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version');
  if (query.get('encoding') !== 'json' || query.has('compress')) throw new GatewayClosing(GatewayCloseCodes.UnknownError, 'Only plain JSON here');
}

function decode<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data } = schema.safeParse(value);
  if (!success) throw new GatewayClosing(GatewayCloseCodes.DecodeError, 'Decode error');
  return data;
}

/** Counts from 1 up, and anew every minute. */
function countPerMinute(socket: WebSocket): () => number {
  let count = 0;
  const timer = setInterval(() => {
    count = 0;
  }, 60_000);
  socket.on('close', () => clearInterval(timer));
  return () => {
    count += 1;
    return count;
  };
}

const KNOWN_OPS: readonly number[] = [
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
];

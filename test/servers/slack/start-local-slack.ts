import { setTimeout as delay } from 'node:timers/promises';
import { makeBook } from './book.ts';
import type { Ack, Delivery } from './envelope.ts';
import { eventEnvelope } from './event-envelope.ts';
import { type FaultPlan, type Faults, makeFaults } from './faults.ts';
import type { Gate, Settings } from './gate.ts';
import { type Handles, makeHandles } from './handles.ts';
import { type Fields, textField, toFields } from './json.ts';
import { makeDeliver, overHttp, overSocket } from './make-deliver.ts';
import type { Message, View } from './message.ts';
import { type Install, type Installed, install, uninstall } from './oauth.ts';
import { openHome } from './open-home.ts';
import type { Act, Outcome } from './perform.ts';
import { type Press, pressButton } from './press-button.ts';
import { makeRecords, type Records } from './records.ts';
import { relayPage } from './relay-page.ts';
import { type Saying, say } from './say.ts';
import { type Shortcut, shortcut } from './shortcut.ts';
import { type Slash, slash } from './slash.ts';
import { makeSocketHub, type SocketHub } from './socket-hub.ts';
import { type Binary, startBinary } from './start-binary.ts';
import { startGateServer } from './start-gate-server.ts';
import { type Submission, submitView } from './submit-view.ts';
import { makeTokens } from './tokens.ts';
import type { Upload } from './upload.ts';
import { channels, type Workspace } from './workspace.ts';

export type LocalSlackOptions = Partial<Settings>;

export type LocalSlack = {
  /** For `clientOptions: { slackApiUrl }`. */
  readonly apiUrl: string;
  /** local-slack's web page, on which everything appears that the bot posts and people say here. */
  readonly pageUrl: string;
  readonly say: (saying: Saying) => Promise<Outcome & { readonly said: Message }>;
  readonly slash: (slash: Slash) => Promise<Outcome>;
  readonly pressButton: (press: Press) => Promise<Outcome>;
  readonly shortcut: (shortcut: Shortcut) => Promise<Outcome>;
  readonly openHome: (act: Act & { readonly user: string }) => Promise<Outcome>;
  readonly openMessagesTab: (act: Act & { readonly user: string }) => Promise<Outcome>;
  readonly submitView: (submission: Submission) => Promise<Outcome>;
  /** Somebody installs the bot in a workspace. */
  readonly install: (install: Install) => Promise<Installed>;
  readonly uninstall: (workspace: Workspace) => Promise<void>;
  /** Tells the bot of an event that no person here causes. */
  readonly sendEvent: (event: Fields, workspace: Workspace, delivery?: Delivery) => Promise<Ack>;
  /** What everybody in a channel sees, oldest first. */
  readonly messages: (channel: string) => readonly Message[];
  /** What was sent into a channel, oldest first. */
  readonly files: (channel: string) => readonly Upload[];
  /** What a person alone sees. */
  readonly ephemerals: (user: string) => readonly Message[];
  readonly home: (user: string) => View | undefined;
  readonly directChannel: (user: string) => Promise<string>;
  /** Throws where the bot posts, changes or opens anything within that time, or while the work is done. */
  readonly expectNothingPosted: (ms: number, work?: () => Promise<unknown>) => Promise<void>;
  readonly records: Records;
  readonly planFault: (plan: FaultPlan) => void;
  readonly faults: Pick<Faults, 'clear' | 'met'>;
  readonly ageHandles: Handles['age'];
  readonly socket: Pick<SocketHub, 'connections' | 'opened' | 'requestDisconnect' | 'closeAbruptly' | 'freeze' | 'refuse'>;
  /** Resolves when the bot has that many Socket Mode connections. */
  readonly connected: (count?: number) => Promise<void>;
  /** In HTTP mode: where the bot listens, as "http://127.0.0.1:3000/slack/events". */
  readonly useRequestUrl: (url: string) => void;
  readonly stop: () => Promise<void>;
};

const defaults: Settings = {
  mode: 'socket',
  subscriptions: ['app_mention', 'message.im', 'app_home_opened'],
  installed: true,
  ackDeadlineMs: 3_000,
  redeliver: true,
  settleMs: 80,
  giveUpMs: 5_000,
};

/** Starts a Slack on this machine for one bot, with the tokens and people of workspace.ts. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const settings = { ...defaults, ...options };
  const binary = await startBinary();
  const hub = makeSocketHub();
  const relay = await relayPage(binary, channels.general.id);
  const server = await startGateServer(hub);
  const records = makeRecords();
  let requestUrl = '';
  const send = settings.mode === 'socket' ? overSocket(hub) : overHttp(() => requestUrl);
  const gate: Gate = {
    settings,
    binary,
    records,
    book: makeBook(),
    faults: makeFaults(),
    handles: makeHandles(),
    tokens: makeTokens(settings.installed),
    codes: new Map(),
    uploads: new Map(),
    baseUrl: server.baseUrl,
    openTicket: hub.openTicket,
    deliver: makeDeliver(send, settings, records.late),
    directChannel: findDirectChannels(binary),
    fromHere: relay.fromHere,
    borrowTrigger: relay.borrowTrigger,
  };
  server.serve(gate);
  relay.serve(gate);
  return {
    ...peopleOf(gate),
    apiUrl: `${server.baseUrl}/api/`,
    pageUrl: binary.pageUrl,
    records,
    planFault: gate.faults.plan,
    faults: gate.faults,
    ageHandles: gate.handles.age,
    socket: hub,
    connected: (count = 1) => waitUntil(() => hub.connections() >= count),
    useRequestUrl: (url) => {
      requestUrl = url;
    },
    stop: async () => {
      relay.stop();
      await server.stop();
      await binary.stop();
    },
  };
}

function peopleOf(gate: Gate) {
  const { book } = gate;
  return {
    say: (saying: Saying) => say(gate, saying),
    slash: (one: Slash) => slash(gate, one),
    pressButton: (press: Press) => pressButton(gate, press),
    shortcut: (one: Shortcut) => shortcut(gate, one),
    openHome: (act: Act & { readonly user: string }) => openHome(gate, act, 'home'),
    openMessagesTab: (act: Act & { readonly user: string }) => openHome(gate, act, 'messages'),
    install: (one: Install) => install(gate, one),
    uninstall: (workspace: Workspace) => uninstall(gate, workspace),
    sendEvent: (event: Fields, workspace: Workspace, delivery?: Delivery) => gate.deliver(eventEnvelope(event, workspace), delivery),
    submitView: (submission: Submission) => submitView(gate, submission),
    messages: (channel: string) => book.all(channel).filter(({ visibleTo }) => visibleTo === undefined),
    files: (channel: string) => book.acts.flatMap((act) => (act.channel === channel && act.file !== undefined ? [act.file] : [])),
    ephemerals: (user: string) => book.everywhere().filter(({ visibleTo }) => visibleTo === user),
    home: (user: string) => book.homes.get(user),
    directChannel: gate.directChannel,
    expectNothingPosted: async (ms: number, work?: () => Promise<unknown>) => {
      const before = book.acts.length;
      await work?.();
      await delay(ms);
      const done = book.acts.slice(before);
      if (done.length > 0) throw new Error(`the bot was to do nothing, but did ${JSON.stringify(done.map(({ via, args }) => ({ via, args })))}`);
    },
  };
}

function findDirectChannels(binary: Binary): (user: string) => Promise<string> {
  const found = new Map<string, Promise<string>>();
  return (user) => {
    const channel = found.get(user) ?? binary.api('conversations.open', { users: user }).then((answer) => textField(toFields(answer['channel']), 'id') ?? '');
    found.set(user, channel);
    return channel;
  };
}

async function waitUntil(holds: () => boolean): Promise<void> {
  const until = performance.now() + 15_000;
  while (!holds()) {
    if (performance.now() > until) throw new Error('waited 15 s for the bot to connect');
    await delay(10);
  }
}

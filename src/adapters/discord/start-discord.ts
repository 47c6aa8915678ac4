import { randomBytes } from 'node:crypto';
import { type Client, type ClientOptions, Events, Status } from 'discord.js';
import pRetry, { AbortError } from 'p-retry';
import { Recent } from '../../bot/recent.ts';
import { AppError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import type { Platform } from '../platform.ts';
import type { AdapterParts } from './adapter-parts.ts';
import { isTooLate } from './api-errors.ts';
import { countReconnects } from './count-reconnects.ts';
import { createClient, type DiscordSettings } from './create-client.ts';
import { createMessenger } from './create-messenger.ts';
import { drawChart as drawPng } from './draw-chart.ts';
import { explainLoginError } from './explain-login-error.ts';
import { hearInteraction } from './hear-interaction.ts';
import { hearMessage } from './hear-message.ts';
import { logConnection } from './log-connection.ts';
import { publishCommands } from './publish-commands.ts';
import type { DrawChart } from './ready-messages.ts';
import { SentMessages } from './sent-messages.ts';

export type DiscordParts = Omit<AdapterParts, 'sent' | 'drawChart'> & {
  readonly settings: DiscordSettings;
  /** Of the client; for tests. */
  readonly options?: Partial<ClientOptions>;
  /** Before the second attempt to connect, in ms; each further one waits longer. */
  readonly firstRetryMs?: number;
  /** For tests. */
  readonly drawChart?: DrawChart;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** `destroy` never comes to an end while a client logs in. */
const PARTING_MS = 2_000;
const MOST_INTERACTIONS = 5_000;

/** Connects to Discord, and has the reception answer whatever is asked there. */
export function startDiscord({ settings, options = {}, firstRetryMs = FIRST_RETRY_MS, drawChart = drawPng, ...rest }: DiscordParts): Platform {
  const parts: AdapterParts = { ...rest, drawChart, sent: new SentMessages() };
  const stopping = new AbortController();
  let client: Client | null = null;
  let reconnects = () => 0;
  const attempt = async () => {
    client = createClient(settings, options);
    listen(client, parts);
    reconnects = countReconnects(client);
    await logIn(client, settings.token);
    if (settings.guildId !== null && servesFirstShard(settings)) void publish(client, settings.guildId, parts, firstRetryMs);
  };
  const retrying = { ...backoff(firstRetryMs), signal: stopping.signal, onFailedAttempt: logFailure(parts.log, 'discord: cannot connect') };
  return {
    name: 'discord',
    ready: pRetry(attempt, retrying),
    connected: () => client !== null && isConnected(client),
    messenger: createMessenger({ ...parts, rest: () => restOf(client) }),
    reconnects: () => reconnects(),
    stop: async () => {
      stopping.abort(new AbortError('discord: stopped before it was connected'));
      if (client !== null) await part(client);
    },
  };
}

function listen(client: Client, parts: AdapterParts): void {
  logConnection(client, parts.log);
  const handled = new Recent<true>(MOST_INTERACTIONS);
  client.on(Events.MessageCreate, (message) => void guard(hearMessage(message, parts), parts.log));
  client.on(Events.InteractionCreate, (interaction) => {
    // Delivered twice: a second response of any kind would be refused.
    if (handled.get(interaction.id)) return;
    handled.set(interaction.id, true);
    void guard(hearInteraction(interaction, parts), parts.log);
  });
}

/** The reception tells people what fails; what fails around it must not disturb anything else. */
async function guard(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (isTooLate(error)) return log.warn({ error: describeError(error) }, 'discord: too late to answer');
    log.error({ id: randomBytes(4).toString('hex'), error: describeError(error) }, 'discord: an event could not be handled');
  }
}

/** A failed client is spent: discord.js does not log in again with it. */
async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    client.removeAllListeners();
    client.on(Events.Error, () => undefined);
    const explained = explainLoginError(error);
    throw explained === null ? error : new AbortError(explained);
  }
  await ready;
}

async function publish(client: Client, guildId: string, { bot, log }: AdapterParts, firstRetryMs: number): Promise<void> {
  const applicationId = client.application?.id ?? '';
  const work = () => publishCommands({ rest: client.rest, applicationId, guildId, commands: bot.commands });
  try {
    const changes = await pRetry(work, { ...backoff(firstRetryMs), retries: 5, onFailedAttempt: logFailure(log, 'discord: cannot publish the commands') });
    log.info({ guild: guildId, changes: changes.length }, 'discord: commands published');
  } catch (error) {
    log.error({ guild: guildId, error: describeError(error) }, 'discord: the commands are not published; npm run discord:publish says why');
  }
}

function backoff(minTimeout: number) {
  return { retries: Number.POSITIVE_INFINITY, minTimeout, maxTimeout: LONGEST_RETRY_MS, factor: 2, randomize: true };
}

function logFailure(log: Log, message: string) {
  return ({ error, attemptNumber, retryDelay }: { readonly error: Error; readonly attemptNumber: number; readonly retryDelay: number }) =>
    log.warn({ attempt: attemptNumber, nextInMs: Math.round(retryDelay), error: describeError(error) }, message);
}

/** Of several processes, one publishes the commands. */
function servesFirstShard({ shards }: DiscordSettings): boolean {
  return shards?.includes(0) ?? true;
}

function restOf(client: Client | null): Client['rest'] {
  if (client?.isReady() !== true) throw new AppError('NOT_CONNECTED', 'discord: there is no connection; wait for the platform to be ready');
  return client.rest;
}

function isConnected({ ws }: Client): boolean {
  return ws.shards.size > 0 && ws.shards.every(({ status }) => status === Status.Ready);
}

async function part(client: Client): Promise<void> {
  client.removeAllListeners(Events.MessageCreate).removeAllListeners(Events.InteractionCreate);
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, PARTING_MS).unref());
  await Promise.race([client.destroy(), timeout]);
}

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { LANGUAGES, type Language } from './text/language.ts';

/** Everything that is set from outside; nothing else reads the environment. */
export type Config = Readonly<{
  /** Spoken until somebody shows another language. */
  defaultLanguage: Language;
  /** Absolute path of the folder that holds `data/` and `seeds/`. */
  dataFolder: string;
  noColor: boolean;
  logLevel: LogLevel;
  /** Those who may reload, besides whoever the platform counts as an administrator: `slack:U…`, `discord:123…`, or the bare id. */
  admins: ReadonlySet<string>;
  /** Whether a workspace's admins and whoever manages a server may look after the bot, too. */
  localAdmins: boolean;
  /** Answer in threads where the bot has answered, without being named. */
  threadFollowUps: boolean;
  /** Reload when a file of the data folder changes. */
  reloadOnChange: boolean;
  /** Where what the bot remembers is kept: a Postgres server, or a folder. */
  database: { readonly url: string } | { readonly folder: string };
  /** Of the hashes that stand for people; null: one that is made and kept in the folder. */
  peopleKey: string | null;
  /** Seals what is secret in the database; the first one seals, all of them open. */
  encryptionKeys: readonly string[];
  /** Where humans answer what the bot cannot: `slack:C…`, `discord:123…`, or the bare id; settings of a workspace or server go before it. */
  editorsChannels: readonly string[];
  retentionDays: number;
  /** Null: no health and no metrics. */
  health: Readonly<{ port: number; host: string }> | null;
  /** Null where it has no token. */
  slack: SlackConfig | null;
  discord: DiscordConfig | null;
}>;

/** Socket Mode with `appToken`, otherwise HTTP with `signingSecret` and `port`. */
type SlackConfig = Readonly<{
  /** Null where it is installed in many workspaces, by `oauth`. */
  botToken: string | null;
  appToken: string | null;
  signingSecret: string | null;
  port: number | null;
  host: string;
  /** Where the Web API is, if not at Slack. */
  apiUrl: string | null;
  oauth: Readonly<{ clientId: string; clientSecret: string; stateSecret: string; hearsChannels: boolean }> | null;
}>;

type DiscordConfig = Readonly<{
  token: string;
  /** Where the REST API is, if not at Discord. */
  apiUrl: string | null;
  /** Commands are registered in this server at start. */
  guildId: string | null;
  /** Those that this process serves, and how many there are; null: all, and as many as Discord advises. */
  shards: readonly number[] | null;
  shardCount: number | null;
}>;

const ON = new Set(['on', 'true', 'yes', '1']);
const OFF = new Set(['off', 'false', 'no', '0']);
/** Characters; 32 random bytes in base64 have 44. */
const SHORTEST_KEY = 32;

export const PROJECT_ROOT = join(import.meta.dirname, '..');

const environment = z.object({
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `is neither ${LANGUAGES.join(' nor ')}`).default('en'),
  DATA_FOLDER: z
    .string()
    .default(PROJECT_ROOT)
    .transform((folder) => resolve(folder))
    .refine(isFolder, { error: ({ input }) => `is no folder: ${String(input)}` }),
  // https://no-color.org: set to anything at all.
  NO_COLOR: z.string().default(''),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
  ADMIN_USERS: z
    .string()
    .default('')
    .transform((list) => new Set(splitList(list))),
  LOCAL_ADMINS: onOrOff('on'),
  THREAD_FOLLOW_UPS: onOrOff('off'),
  RELOAD_ON_CHANGE: onOrOff('false'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/./, 'is no address of a Postgres server (postgres://user:password@host:5432/name)')
    .optional(),
  STATE_FOLDER: z.string().optional(),
  PEOPLE_KEY: key('PEOPLE_KEY').optional(),
  ENCRYPTION_KEY: key('ENCRYPTION_KEY').optional(),
  ENCRYPTION_KEY_OLD: z.string().default('').transform(splitList),
  EDITORS_CHANNEL: z.string().default('').transform(splitList),
  RETENTION_DAYS: z.coerce.number('is no number').int('is no whole number').min(1, 'is less than a day').default(90),
  HEALTH_PORT: port().optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'does not begin with xoxb-: copy the bot user’s token').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'does not begin with xapp-: make an app-level token with connections:write').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: port().optional(),
  SLACK_HOST: z.string().default('0.0.0.0'),
  SLACK_API_URL: z.url('is no address').optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: z.url('is no address').optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'is no id of a server: 15 to 21 digits')
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(/^\d+(?:\s*,\s*\d+)*$/, 'is no list of shards, such as 0,1')
    .transform((list) => splitList(list).map(Number))
    .optional(),
  DISCORD_SHARD_COUNT: z.coerce.number('is no number').int('is no whole number').min(1, 'is less than one').optional(),
});

/** The names of all variables that are read. */
export const VARIABLES = Object.keys(environment.shape);

type Environment = z.infer<typeof environment>;

function port() {
  return z.coerce.number('is no number').int('is no port').min(0, 'is no port').max(65_535, 'is no port');
}

function key(name: string) {
  return z.string().min(SHORTEST_KEY, `is too short to be a key: put the output of openssl rand -base64 32 into ${name}`);
}

function splitList(list: string): string[] {
  return list.split(/[\s,]+/).filter((one) => one !== '');
}

function onOrOff(usual: string) {
  return z
    .string()
    .default(usual)
    .transform((word, context) => {
      if (ON.has(word.toLowerCase())) return true;
      if (!OFF.has(word.toLowerCase())) context.addIssue({ code: 'custom', message: 'is neither on nor off' });
      return false;
    });
}

/**
 * Reads `.env`, then the environment, which has the last word. A variable that is set to nothing counts as not set.
 * @throws AppError `BAD_CONFIG`, naming every variable that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, file = join(PROJECT_ROOT, '.env')): Config {
  const variables = { ...env };
  readDotenv({ path: file, processEnv: variables, quiet: true });
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const faults = parsed.success ? missingVariables(parsed.data) : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new AppError('BAD_CONFIG', `The configuration is wrong (.env.example explains each variable):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  return Object.freeze(toConfig(parsed.data));
}

/** Variables that are of no use without others. */
function missingVariables(given: Environment): string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_PORT } = given;
  const faults: string[] = [];
  if (given.SLACK_CLIENT_ID !== undefined) return [...missingForOAuth(given), ...missingForSeveral(given)];
  if (SLACK_BOT_TOKEN === undefined && (SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET) !== undefined)
    faults.push('SLACK_BOT_TOKEN is missing: Slack needs it besides');
  if (SLACK_BOT_TOKEN !== undefined && SLACK_APP_TOKEN === undefined) {
    if (SLACK_SIGNING_SECRET === undefined) faults.push('SLACK_APP_TOKEN is missing (or SLACK_SIGNING_SECRET and SLACK_PORT, for HTTP instead of Socket Mode)');
    else if (SLACK_PORT === undefined) faults.push('SLACK_PORT is missing: where Slack’s requests are to arrive');
  }
  return [...faults, ...missingForSeveral(given)];
}

/** Installations in many workspaces arrive by HTTP, and are kept sealed. */
function missingForOAuth(given: Environment): string[] {
  const needed = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_PORT', 'ENCRYPTION_KEY'] as const;
  const missing = needed.filter((name) => given[name] === undefined).map((name) => `${name} is missing: SLACK_CLIENT_ID (many workspaces) needs it besides`);
  const besides = (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const).filter((name) => given[name] !== undefined);
  return [...missing, ...besides.map((name) => `${name} is for one workspace, and SLACK_CLIENT_ID for many, which works over HTTP only: remove one of them`)];
}

/** What several processes, shards or workspaces need besides. */
function missingForSeveral(given: Environment): string[] {
  const { DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count } = given;
  const faults: string[] = [];
  if (given.DATABASE_URL !== undefined && given.PEOPLE_KEY === undefined)
    faults.push('PEOPLE_KEY is missing: with DATABASE_URL, every process needs the same (openssl rand -base64 32)');
  if ((shards === undefined) !== (count === undefined)) faults.push('DISCORD_SHARDS and DISCORD_SHARD_COUNT go together: one of them is missing');
  if (shards !== undefined && count !== undefined && shards.some((shard) => shard >= count))
    faults.push(`DISCORD_SHARDS names a shard that there is not: they are numbered from 0 to ${count - 1}`);
  return faults;
}

function toConfig(given: Environment): Config {
  return {
    defaultLanguage: given.DEFAULT_LANGUAGE,
    dataFolder: given.DATA_FOLDER,
    noColor: given.NO_COLOR !== '',
    logLevel: given.LOG_LEVEL,
    admins: given.ADMIN_USERS,
    localAdmins: given.LOCAL_ADMINS,
    threadFollowUps: given.THREAD_FOLLOW_UPS,
    reloadOnChange: given.RELOAD_ON_CHANGE,
    database:
      given.DATABASE_URL === undefined ? { folder: resolve(given.STATE_FOLDER ?? join(given.DATA_FOLDER, 'var', 'state')) } : { url: given.DATABASE_URL },
    peopleKey: given.PEOPLE_KEY ?? null,
    encryptionKeys: given.ENCRYPTION_KEY === undefined ? [] : [given.ENCRYPTION_KEY, ...given.ENCRYPTION_KEY_OLD],
    editorsChannels: given.EDITORS_CHANNEL,
    retentionDays: given.RETENTION_DAYS,
    health: given.HEALTH_PORT === undefined ? null : Object.freeze({ port: given.HEALTH_PORT, host: given.HEALTH_HOST }),
    slack: toSlack(given),
    discord: toDiscord(given),
  };
}

function toSlack(given: Environment): SlackConfig | null {
  if (given.SLACK_BOT_TOKEN === undefined && given.SLACK_CLIENT_ID === undefined) return null;
  return Object.freeze({
    botToken: given.SLACK_BOT_TOKEN ?? null,
    appToken: given.SLACK_APP_TOKEN ?? null,
    signingSecret: given.SLACK_SIGNING_SECRET ?? null,
    port: given.SLACK_PORT ?? null,
    host: given.SLACK_HOST,
    apiUrl: given.SLACK_API_URL ?? null,
    oauth: toOAuth(given),
  });
}

function toOAuth(given: Environment): SlackConfig['oauth'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = given;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return null;
  return { clientId, clientSecret, stateSecret, hearsChannels: given.THREAD_FOLLOW_UPS || given.EDITORS_CHANNEL.length > 0 };
}

function toDiscord(given: Environment): DiscordConfig | null {
  if (given.DISCORD_TOKEN === undefined) return null;
  return Object.freeze({
    token: given.DISCORD_TOKEN,
    apiUrl: given.DISCORD_API_URL ?? null,
    guildId: given.DISCORD_GUILD_ID ?? null,
    shards: given.DISCORD_SHARDS ?? null,
    shardCount: given.DISCORD_SHARD_COUNT ?? null,
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT, readConfig, VARIABLES } from '../src/config.ts';

const NO_FILE = '/nowhere/.env';
const KEY = 'k'.repeat(44);

function envFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), text);
  return join(folder, '.env');
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, NO_FILE)).toEqual({
      defaultLanguage: 'en',
      dataFolder: PROJECT_ROOT,
      noColor: false,
      logLevel: 'info',
      admins: new Set(),
      localAdmins: true,
      threadFollowUps: false,
      reloadOnChange: false,
      database: { folder: join(PROJECT_ROOT, 'var', 'state') },
      peopleKey: null,
      encryptionKeys: [],
      editorsChannels: [],
      retentionDays: 90,
      health: null,
      slack: null,
      discord: null,
    });
  });

  it('reads the environment, and takes nothing for not set', () => {
    expect(readConfig({ DEFAULT_LANGUAGE: 'fr', DATA_FOLDER: tmpdir(), NO_COLOR: '0' }, NO_FILE)).toMatchObject({
      defaultLanguage: 'fr',
      dataFolder: tmpdir(),
      noColor: true,
    });
    expect(readConfig({ DEFAULT_LANGUAGE: '', DATA_FOLDER: '', NO_COLOR: '' }, NO_FILE)).toEqual(readConfig({}, NO_FILE));
  });

  it('reads a .env file, over which the environment has the last word', () => {
    const file = envFile('DEFAULT_LANGUAGE=fr\nNO_COLOR=1\n');
    const env = { NO_COLOR: '' };
    expect(readConfig(env, file)).toMatchObject({ defaultLanguage: 'fr' });
    expect(readConfig({ DEFAULT_LANGUAGE: 'en' }, file)).toMatchObject({ defaultLanguage: 'en', noColor: true });
    expect(env).toEqual({ NO_COLOR: '' });
  });

  it('takes Slack in Socket Mode or over HTTP, and Discord, each where there is a token', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(readConfig(socket, NO_FILE).slack).toMatchObject({ botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null });
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_PORT: '3000', SLACK_HOST: '127.0.0.1' };
    expect(readConfig(http, NO_FILE).slack).toMatchObject({ appToken: null, signingSecret: 's', port: 3000, host: '127.0.0.1' });
    const discord = { DISCORD_TOKEN: 't', DISCORD_GUILD_ID: '123456789012345678', ADMIN_USERS: 'slack:U1, 42', THREAD_FOLLOW_UPS: 'on' };
    expect(readConfig(discord, NO_FILE)).toMatchObject({
      slack: null,
      discord: { token: 't', apiUrl: null, guildId: '123456789012345678' },
      admins: new Set(['slack:U1', '42']),
      threadFollowUps: true,
    });
  });

  it('takes a server or a folder for what is remembered, keys, and shards', () => {
    expect(readConfig({ STATE_FOLDER: '/srv/bot' }, NO_FILE).database).toEqual({ folder: '/srv/bot' });
    const url = 'postgres://bot:secret@db:5432/bot';
    const given = { DATABASE_URL: url, PEOPLE_KEY: KEY, ENCRYPTION_KEY: KEY, ENCRYPTION_KEY_OLD: 'old1, old2', RETENTION_DAYS: '30', HEALTH_PORT: '9000' };
    expect(readConfig({ ...given, EDITORS_CHANNEL: 'slack:C1,42' }, NO_FILE)).toMatchObject({
      database: { url },
      peopleKey: KEY,
      encryptionKeys: [KEY, 'old1', 'old2'],
      retentionDays: 30,
      health: { port: 9000, host: '127.0.0.1' },
      editorsChannels: ['slack:C1', '42'],
    });
    expect(readConfig({ DISCORD_TOKEN: 't', DISCORD_SHARDS: '2, 3', DISCORD_SHARD_COUNT: '4' }, NO_FILE).discord).toMatchObject({
      shards: [2, 3],
      shardCount: 4,
    });
    const many = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'a', SLACK_STATE_SECRET: 'b', SLACK_SIGNING_SECRET: 'c', SLACK_PORT: '0', ENCRYPTION_KEY: KEY };
    expect(readConfig(many, NO_FILE).slack).toMatchObject({ botToken: null, oauth: { clientId: '1.2', hearsChannels: false } });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, 'SLACK_PORT is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN does not begin with xoxb-'],
    [{ DISCORD_GUILD_ID: 'general' }, 'DISCORD_GUILD_ID is no id of a server'],
    [{ RELOAD_ON_CHANGE: 'perhaps' }, 'RELOAD_ON_CHANGE is neither on nor off'],
    [{ SLACK_PORT: '70000' }, 'SLACK_PORT is no port'],
    [{ DATABASE_URL: 'mysql://localhost/bot', PEOPLE_KEY: KEY }, 'DATABASE_URL is no address of a Postgres server'],
    [{ DATABASE_URL: 'postgres://localhost/bot' }, 'PEOPLE_KEY is missing'],
    [{ PEOPLE_KEY: 'short' }, 'PEOPLE_KEY is too short to be a key'],
    [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS is less than a day'],
    [{ DISCORD_TOKEN: 't', DISCORD_SHARDS: '0,1' }, 'DISCORD_SHARDS and DISCORD_SHARD_COUNT go together'],
    [{ DISCORD_TOKEN: 't', DISCORD_SHARDS: '3,4', DISCORD_SHARD_COUNT: '4' }, 'names a shard that there is not: they are numbered from 0 to 3'],
    [{ DISCORD_SHARDS: 'first', DISCORD_SHARD_COUNT: '4' }, 'DISCORD_SHARDS is no list of shards'],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_SIGNING_SECRET: 's', SLACK_PORT: '0', ENCRYPTION_KEY: KEY }, 'SLACK_CLIENT_SECRET is missing'],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_STATE_SECRET: 's', SLACK_SIGNING_SECRET: 's', SLACK_PORT: '0' }, 'ENCRYPTION_KEY is missing'],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is for one workspace'],
  ])('says of %o what is wrong', (env, message) => {
    expect(() => readConfig(env, NO_FILE)).toThrow(message);
  });

  it('shows no token where a variable is wrong', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'secret-1', DISCORD_TOKEN: 'secret-2', LOG_LEVEL: 'loud' }, NO_FILE)).toThrow(/^(?!.*secret-)/s);
  });

  it('names every bad variable together', () => {
    const read = () => readConfig({ DEFAULT_LANGUAGE: 'de', DATA_FOLDER: '/no/such/folder' }, NO_FILE);
    expect(read).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
    expect(read).toThrow(/DEFAULT_LANGUAGE is neither en nor fr\n.*DATA_FOLDER is no folder: \/no\/such\/folder/);
  });

  it('cannot be changed afterwards', () => {
    expect(readConfig({}, NO_FILE)).toSatisfy(Object.isFrozen);
  });

  it('is explained by .env.example, each variable with a comment, none changing anything', () => {
    const example = join(PROJECT_ROOT, '.env.example');
    expect(readConfig({}, example)).toEqual(readConfig({}, NO_FILE));
    const lines = readFileSync(example, 'utf8').split('\n');
    const variables = lines.flatMap((line, at) => (/^[A-Z_]+=/.test(line) ? [{ name: line.replace(/=.*/, ''), before: lines[at - 1] ?? '' }] : []));
    expect(new Set(variables.map(({ name }) => name))).toEqual(new Set(VARIABLES));
    // The port of HTTP mode is explained together with its secret.
    for (const { name, before } of variables) expect(before, name).toMatch(name === 'SLACK_PORT' ? /^SLACK_SIGNING_SECRET=$/ : /^# /);
  });
});

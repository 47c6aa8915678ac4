import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT, readConfig, VARIABLES } from '../src/config.ts';

const NO_FILE = '/nowhere/.env';

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
      threadFollowUps: false,
      reloadOnChange: false,
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

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, 'SLACK_PORT is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN does not begin with xoxb-'],
    [{ DISCORD_GUILD_ID: 'general' }, 'DISCORD_GUILD_ID is no id of a server'],
    [{ RELOAD_ON_CHANGE: 'perhaps' }, 'RELOAD_ON_CHANGE is neither on nor off'],
    [{ SLACK_PORT: '70000' }, 'SLACK_PORT is no port'],
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

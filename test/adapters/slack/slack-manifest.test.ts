import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listScopes, slackManifest } from '../../../src/adapters/slack/slack-manifest.ts';
import { writeManifest } from '../../../src/adapters/slack/write-manifest.ts';
import { loadCommands } from '../../../src/bot/load-commands.ts';
import { COMMANDS_FOLDER } from '../../fixtures/start-bot.ts';

const commands = await loadCommands(COMMANDS_FOLDER);
const socket = { requestUrl: null, threadFollowUps: false, editorsChannel: false, manyWorkspaces: false };

describe('the Slack manifest', () => {
  it('names every command in the usage hint', () => {
    const [slash] = slackManifest(commands, socket).features.slash_commands;
    expect(slash?.command).toBe('/layoffs');
    for (const { name } of commands.filter((command) => command.name !== 'ask')) expect(slash?.usage_hint).toContain(name);
  });

  it('keeps to the lengths that Slack takes', () => {
    const { display_information, features } = slackManifest(commands, socket);
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.shortcuts.every(({ description }) => description.length <= 150)).toBe(true);
    expect(features.slash_commands.every(({ usage_hint, description }) => usage_hint.length <= 1_000 && description.length <= 2_000)).toBe(true);
  });

  it('asks for every message of a channel only where follow-ups are wanted', () => {
    const without = slackManifest(commands, socket);
    expect(without.settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
    expect(without.oauth_config.scopes.bot).not.toContain('channels:history');
    const withThem = slackManifest(commands, { ...socket, threadFollowUps: true });
    expect(withThem.settings.event_subscriptions.bot_events).toContain('message.channels');
    expect(withThem.oauth_config.scopes.bot).toEqual(expect.arrayContaining(['channels:history', 'groups:history']));
  });

  it('asks for them for editors who answer in threads, too, and says why', () => {
    const options = { ...socket, editorsChannel: true };
    expect(slackManifest(commands, options).settings.event_subscriptions.bot_events).toEqual(expect.arrayContaining(['message.channels', 'message.groups']));
    const reasons = new Map(listScopes(options).map(({ scope, reason }) => [scope, reason]));
    expect(reasons.get('groups:history')).toMatch(/EDITORS_CHANNEL.*private channels/);
    expect(reasons.get('groups:history')).not.toContain('FOLLOW_UPS');
  });

  it('may send files, and opens no conversations for that', () => {
    const { bot } = slackManifest(commands, socket).oauth_config.scopes;
    expect(bot).toContain('files:write');
    expect(bot).not.toContain('im:write');
  });

  it('has what many workspaces need', () => {
    const requestUrl = 'https://bot.example/slack/events';
    const { oauth_config, settings } = slackManifest(commands, { ...socket, requestUrl, manyWorkspaces: true });
    expect(oauth_config).toMatchObject({ redirect_urls: ['https://bot.example/slack/oauth_redirect'] });
    expect(settings.event_subscriptions.bot_events).toEqual(expect.arrayContaining(['app_uninstalled', 'tokens_revoked']));
    expect(slackManifest(commands, { ...socket, requestUrl }).oauth_config).not.toHaveProperty('redirect_urls');
  });

  it('gives a reason for each scope, also in the YAML', () => {
    const yaml = writeManifest(commands, socket);
    for (const { scope, reason } of listScopes(socket)) expect(yaml).toContain(`# ${reason}\n      - ${scope}\n`);
    expect(parse(yaml)).toEqual(slackManifest(commands, socket));
  });

  it('has an address for everything where there is no socket', () => {
    const requestUrl = 'https://bot.example/slack/events';
    const { settings, features } = slackManifest(commands, { ...socket, requestUrl });
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: requestUrl },
      interactivity: { request_url: requestUrl },
    });
    expect(features.slash_commands).toMatchObject([{ url: requestUrl }]);
  });

  it('is printed by the script', async () => {
    const { execFileSync } = await import('node:child_process');
    const printed = execFileSync(process.execPath, [join(import.meta.dirname, '../../../scripts/slack-manifest.ts')], { encoding: 'utf8' });
    expect(printed).toBe(writeManifest(commands, socket));
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRest } from '../../../src/adapters/discord/create-client.ts';
import { describeCommands } from '../../../src/adapters/discord/describe-commands.ts';
import { diffCommands } from '../../../src/adapters/discord/diff-commands.ts';
import { findApplicationId } from '../../../src/adapters/discord/find-application-id.ts';
import { inviteLink } from '../../../src/adapters/discord/invite-link.ts';
import { publishCommands } from '../../../src/adapters/discord/publish-commands.ts';
import type { Command } from '../../../src/bot/command.ts';
import { loadCommands } from '../../../src/bot/load-commands.ts';
import { PROJECT_ROOT } from '../../../src/config.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { COMMANDS_FOLDER, startBot } from '../../fixtures/start-bot.ts';
import { startLocalDiscord } from '../../servers/discord/local-discord.ts';
import { present, startLayoffs } from './start-layoffs.ts';

const commands = await loadCommands(COMMANDS_FOLDER);

async function start() {
  const discord = await startLocalDiscord();
  onTestFinished(async () => {
    await discord.stop();
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });
  const rest = createRest({ token: discord.token, apiUrl: discord.apiUrl });
  const publish = (wanted: readonly Command[], guildId: string | null = null, dryRun = false) =>
    publishCommands({ rest, applicationId: discord.applicationId, guildId, commands: wanted, dryRun });
  const run = (script: string, ...args: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(PROJECT_ROOT, 'scripts', script), ...args], {
      env: { PATH: process.env['PATH'], DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    });
  return { discord, rest, publish, run };
}

describe('describeCommands', () => {
  const [layoffs, menu] = describeCommands(commands);
  const subcommands = layoffs !== undefined && 'options' in layoffs ? (layoffs.options ?? []) : [];
  const optionsOf = (wanted: string) => {
    const found = subcommands.find(({ name }) => name === wanted);
    return found !== undefined && 'options' in found ? (found.options ?? []) : [];
  };

  it('makes a subcommand of every command, in English and French', () => {
    expect(subcommands.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    for (const [at, { description, description_localizations }] of subcommands.entries()) {
      expect({ en: description, fr: description_localizations?.fr }).toEqual(commands[at]?.description);
    }
    expect(menu).toMatchObject({ type: 3, name: 'Ask about this', name_localizations: { fr: 'Interroger là-dessus' } });
  });

  it('offers an option several times where it may be given several times, as many as are needed first', () => {
    expect(optionsOf('compare').map(({ name, required }) => [name, required])).toEqual([
      ['company', true],
      ['company2', true],
      ['company3', false],
      ['company4', false],
      ['company5', false],
      ['public', false],
    ]);
    expect(optionsOf('compare')[1]).toMatchObject({ autocomplete: true });
    expect(optionsOf('ask')[0]).toMatchObject({ type: 3, max_length: 2_000 });
  });

  it('offers the choices of an option in both languages', () => {
    const period = {
      name: 'period',
      description: { en: 'since when', fr: 'depuis quand' },
      kind: 'choice',
      required: false,
      choices: [
        { value: '7', label: { en: 'a week', fr: 'une semaine' } },
        { value: '30', label: { en: 'a month', fr: 'un mois' } },
      ],
    } as const;
    const [described] = describeCommands([{ name: 'stats', description: { en: 'a', fr: 'b' }, options: [period], admin: true, run: () => [] }]);
    const choices = [
      { name: 'a week', name_localizations: { fr: 'une semaine' }, value: '7' },
      { name: 'a month', name_localizations: { fr: 'un mois' }, value: '30' },
    ];
    expect(described).toMatchObject({ options: [{ name: 'stats', options: [{ type: 3, name: 'period', choices }] }] });
  });

  it('lets everything be shown to everybody but what is for admins, or for its asker alone', () => {
    for (const { name, admin, alone = false } of commands) {
      expect(optionsOf(name).some((option) => option.name === 'public')).toBe(!admin && !alone);
    }
  });
});

describe('publishing', () => {
  it('registers what is missing, says what changes, and leaves alone what is right', async () => {
    const { publish, discord } = await start();
    const first = await publish(commands);
    expect(first).toContain('+ layoffs › ask › question › max_length: 2000');
    expect(first).toContain('+ Ask about this › name_localizations › fr: "Interroger là-dessus"');
    expect(discord.commands().map(({ name }) => name)).toEqual(['layoffs', 'Ask about this']);
    expect(await publish(commands)).toEqual([]);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    const changed = commands.flatMap((one) => {
      if (one.name === 'status') return [];
      return [one.name === 'list' ? { ...one, description: { en: 'All companies', fr: one.description.fr } } : one];
    });
    const diff = await publish(changed);
    const list = present(commands.find(({ name }) => name === 'list'));
    expect(diff).toContain(`~ layoffs › list › description: "${list.description.en}" → "All companies"`);
    expect(diff.filter((line) => line.startsWith('- ')).every((line) => line.startsWith('- layoffs › status'))).toBe(true);
    expect(diff.filter((line) => line.startsWith('+ '))).toEqual([]);
  });

  it('keeps the commands of a server apart, and changes nothing when only asked what it would', async () => {
    const { publish, discord } = await start();
    expect((await publish(commands, discord.guildId, true)).length).toBeGreaterThan(20);
    expect(discord.commands(discord.guildId)).toEqual([]);
    await publish(commands, discord.guildId);
    expect(discord.commands(discord.guildId)).toHaveLength(2);
    expect(discord.commands()).toEqual([]);
  });

  it('sees what Discord holds and we do not know of', () => {
    const [layoffs] = describeCommands(commands);
    const registered = [
      { ...layoffs, id: '1', version: '2', nsfw: true, default_member_permissions: null },
      ...describeCommands(commands).slice(1),
      { type: 1, name: 'old', description: 'x' },
    ];
    expect(diffCommands(registered, describeCommands(commands))).toEqual(['- layoffs › nsfw: true', '- old › description: "x"', '- old › type: 1']);
  });

  it('is done in one server at the start where that is configured, even if it has to be tried again', async () => {
    const { bot } = await startBot(writeSmallProject().folder);
    const prepare = ({ faults }: { faults: { next: (count: number, fault: { kind: 'status'; status: number }, matching: RegExp) => void } }) =>
      faults.next(1, { kind: 'status', status: 503 }, /GET \/applications/);
    const { discord, platform } = await startLayoffs({ bot, published: false, guild: true, prepare });
    await platform.ready;
    await discord.waitUntilReady({ commands: 2 });
    expect(discord.commands(discord.guildId).map(({ name }) => name)).toEqual(['layoffs', 'Ask about this']);
  });

  it('is a script, which prints the difference', async () => {
    const { run, discord } = await start();
    const dry = await run('discord-publish.ts', '--guild', discord.guildId, '--dry-run');
    expect(dry.stdout).toMatch(/\+ layoffs › ask[\s\S]*Would change \d+ fields in the server/);
    const done = await run('discord-publish.ts');
    expect(done.stdout).toMatch(/Changed \d+ fields everywhere/);
    expect((await run('discord-publish.ts')).stdout).toContain('are as they should be');
    await expect(run('discord-publish.ts', '--guild')).rejects.toThrow('argument missing');
  });
});

describe('the invitation', () => {
  it('asks for the least: seeing, writing, threads, embeds, files, history', async () => {
    const { run, discord } = await start();
    const link = new URL((await run('discord-invite.ts')).stdout.trim());
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: discord.applicationId,
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 15n) | (1n << 16n)),
      scope: 'bot applications.commands',
    });
    expect(inviteLink('1')).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?/);
  });

  it('reads the application’s id from a real token, without asking', async () => {
    const { rest, discord } = await start();
    const token = `${Buffer.from('123456789012345678').toString('base64')}.aaaaaa.bbbbbb`;
    expect(await findApplicationId(token, rest)).toBe('123456789012345678');
    expect(discord.requests).toEqual([]);
    expect(await findApplicationId(discord.token, rest)).toBe(discord.applicationId);
  });
});

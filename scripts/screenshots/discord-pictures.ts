import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createRest } from '../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../src/adapters/discord/start-discord.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { Reception } from '../../src/bot/reception.ts';
import { openLog } from '../../src/log.ts';
import { type LocalDiscord, startLocalDiscord } from '../../test/servers/discord/local-discord.ts';
import type { Message } from '../../test/servers/discord/message.ts';
import { LOG_IN_AT_ONCE } from '../../test/servers/discord/start-client.ts';
import { messagePage } from './message-page.ts';
import { QUESTIONS } from './questions.ts';
import { serveComponents } from './serve-components.ts';

type Shot = { readonly name: string; readonly bot: Bot; readonly asked: string; readonly act: (discord: LocalDiscord) => Promise<Message | null> };

/** Real answers, drawn from the very payloads that the bot sent. */
export async function takeDiscordPictures(browser: Browser, folder: string, bot: Bot, changed: Bot): Promise<void> {
  const ask = (name: string, text: string): Shot => ({
    name,
    bot,
    asked: `@layoffs ${text}`,
    act: async ({ people, world, botUser }) => (await people.sendMessage({ author: world.member, content: `<@${botUser.id}> ${text}` }).answer()).message,
  });
  const command = (name: string, of: Bot, subcommand: string, options: Readonly<Record<string, string>>): Shot => ({
    name,
    bot: of,
    asked: `/layoffs ${[subcommand, ...Object.entries(options).map(([option, value]) => `${option}:${value}`)].join(' ')}`,
    act: async ({ people, world }) => (await people.command({ name: 'layoffs', user: world.manager, subcommand, options, patienceMs: 30_000 })).message,
  });
  const shots = [
    ask('answer', QUESTIONS.found),
    ask('both-sides', QUESTIONS.bothSides),
    command('comparison', bot, 'compare', { company: 'Klarna', company2: 'Fiverr' }),
    ask('unknown', QUESTIONS.unknown),
    command('reload', changed, 'reload', {}),
  ];
  const components = await serveComponents();
  for (const shot of shots) {
    const message = await inDiscord(shot);
    if (message === null) throw new Error(`no answer to photograph: ${shot.name}`);
    await photograph(browser, components.url, messagePage(message, shot.asked), join(folder, `discord-${shot.name}.png`));
  }
  await components.stop();
}

async function inDiscord({ bot, act }: Shot): Promise<Message | null> {
  const discord = await startLocalDiscord();
  const log = openLog('silent');
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
  const settings = { token: discord.token, apiUrl: discord.apiUrl, guildId: null };
  const rest = createRest(settings);
  await publishCommands({ rest, applicationId: discord.applicationId, guildId: null, commands: bot.commands });
  const platform = startDiscord({ bot, reception, settings, log, admins: new Set(), options: LOG_IN_AT_ONCE });
  try {
    await platform.ready;
    return await act(discord);
  } finally {
    await platform.stop();
    await discord.stop();
  }
}

async function photograph(browser: Browser, url: string, html: string, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 820, height: 1_600 }, colorScheme: 'dark' });
  await page.route(`${url}/page`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(`${url}/page`);
  await page.waitForTimeout(1_500);
  await page.locator('discord-messages').screenshot({ path });
  await page.close();
}

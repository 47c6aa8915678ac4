import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createRest } from '../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../src/adapters/discord/start-discord.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { Reception } from '../../src/bot/reception.ts';
import { openLog } from '../../src/log.ts';
import { type LocalDiscord, startLocalDiscord } from '../../test/servers/discord/local-discord.ts';
import { LOG_IN_AT_ONCE } from '../../test/servers/discord/start-client.ts';
import { type Exchange, messagePage } from './message-page.ts';
import { QUESTIONS } from './questions.ts';
import { serveComponents } from './serve-components.ts';
import { withPage } from './with-browser.ts';

type Shot = { readonly name: string; readonly bot: Bot; readonly act: (discord: LocalDiscord) => Promise<Exchange> };

/** Real answers, drawn from the very payloads that the bot sent. */
export async function takeDiscordPictures(browser: Browser, folder: string, bot: Bot, changed: Bot): Promise<void> {
  const shots = [
    mention('answer', bot, QUESTIONS.found),
    mention('both-sides', bot, QUESTIONS.bothSides),
    command('comparison', bot, 'compare', { company: 'Klarna', company2: 'Fiverr' }),
    mention('unknown', bot, QUESTIONS.unknown),
    command('reload', changed, 'reload', {}),
  ];
  const components = await serveComponents();
  try {
    for (const shot of shots) await photograph(browser, components.url, messagePage(await inDiscord(shot)), join(folder, `discord-${shot.name}.png`));
  } finally {
    await components.stop();
  }
}

function mention(name: string, bot: Bot, text: string): Shot {
  return {
    name,
    bot,
    act: async ({ people, world, botUser }) => {
      const { message: asked, answer } = people.sendMessage({ author: world.member, content: `<@${botUser.id}> ${text}` });
      return { asked, command: '', answer: (await answer()).message };
    },
  };
}

function command(name: string, bot: Bot, subcommand: string, options: Readonly<Record<string, string>>): Shot {
  return {
    name,
    bot,
    act: async ({ people, world }) => {
      const { message: answer } = await people.command({ name: 'layoffs', user: world.manager, subcommand, options, patienceMs: 30_000 });
      if (answer === null) throw new Error(`There was no answer to /layoffs ${subcommand}`);
      return { asked: null, command: `/layoffs ${subcommand}`, answer };
    },
  };
}

async function inDiscord({ bot, act }: Shot): Promise<Exchange> {
  const discord = await startLocalDiscord();
  const log = openLog('silent');
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
  const settings = { token: discord.token, apiUrl: discord.apiUrl, guildId: null, shards: null, shardCount: null };
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
  await withPage(browser, { viewport: { width: 720, height: 1_600 }, colorScheme: 'dark' }, async (page) => {
    await page.route(`${url}/page`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(`${url}/page`);
    await page.locator('discord-message.hydrated').last().waitFor();
    await page.locator('discord-messages').screenshot({ path });
  });
}

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createRest } from '../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../src/adapters/discord/start-discord.ts';
import { type LocalDiscord, startLocalDiscord } from '../../test/servers/discord/local-discord.ts';
import { controls, type Message } from '../../test/servers/discord/message.ts';
import { LOG_IN_AT_ONCE } from '../../test/servers/discord/start-client.ts';
import type { Person, TextChannel } from '../../test/servers/discord/world.ts';
import { fillWeeks } from './fill-weeks.ts';
import type { Source } from './load-source.ts';
import { type Exchange, messagePage } from './message-page.ts';
import { HUMAN_ANSWER, QUESTIONS } from './questions.ts';
import { serveComponents } from './serve-components.ts';
import { withPage } from './with-browser.ts';
import { type Remembering, withMemory } from './with-memory.ts';

type Scene = LocalDiscord & { readonly editors: TextChannel } & Pick<Remembering, 'state'>;

type DiscordShot = { readonly name: string; readonly source: Source; readonly act: (scene: Scene) => Promise<readonly Exchange[]> };

/** Real answers, drawn from the very payloads that the bot sent. */
export async function takeDiscordPictures(browser: Browser, folder: string, source: Source, changed: Source): Promise<void> {
  const shots = [
    mention('answer', QUESTIONS.found, source),
    mention('both-sides', QUESTIONS.bothSides, source),
    command('comparison', 'compare', { company: 'Klarna', company2: 'Fiverr' }, source),
    mention('unknown', QUESTIONS.unknown, source),
    command('reload', 'reload', {}, changed),
    handOff(source),
    stats(source),
  ];
  const components = await serveComponents();
  try {
    for (const shot of shots) await takeDiscordPicture(browser, components.url, join(folder, `discord-${shot.name}.png`), shot);
  } finally {
    await components.stop();
  }
}

/** @param components address of the web components that look like Discord */
async function takeDiscordPicture(browser: Browser, components: string, path: string, { source, act }: DiscordShot): Promise<void> {
  const discord = await startLocalDiscord();
  const editors = discord.world.addChannel('editors');
  try {
    await withMemory(source, editors.id, async ({ bot, reception, state, log, connect }) => {
      const settings = { token: discord.token, apiUrl: discord.apiUrl, guildId: null, shards: null, shardCount: null };
      await publishCommands({ rest: createRest(settings), applicationId: discord.applicationId, guildId: null, commands: bot.commands });
      const platform = startDiscord({ bot, reception, settings, log, admins: new Set(), options: LOG_IN_AT_ONCE });
      try {
        await connect(platform);
        await photograph(browser, components, messagePage(await act({ ...discord, editors, state })), path);
      } finally {
        await platform.stop();
      }
    });
  } finally {
    await discord.stop();
  }
}

function mention(name: string, text: string, source: Source): DiscordShot {
  return { name, source, act: async (scene) => [await askIn(scene, text)] };
}

async function askIn({ people, world, botUser }: Scene, text: string): Promise<Exchange & { readonly asked: Message }> {
  const { message: asked, answer } = people.sendMessage({ author: world.member, content: `<@${botUser.id}> ${text}` });
  return { asked, command: '', answer: (await answer()).message };
}

function command(name: string, subcommand: string, options: Readonly<Record<string, string>>, source: Source): DiscordShot {
  return { name, source, act: async (scene) => [await runIn(scene, subcommand, options)] };
}

async function runIn({ people, world }: Scene, subcommand: string, options: Readonly<Record<string, string>>): Promise<Exchange> {
  const { message: answer } = await people.command({ name: 'layoffs', user: world.manager, subcommand, options, patienceMs: 30_000 });
  if (answer === null) throw new Error(`There was no answer to /layoffs ${subcommand}`);
  return { asked: null, command: `/layoffs ${subcommand}`, answer };
}

/** What the editors see while one of them has the question, and what its asker gets. */
function handOff(source: Source): DiscordShot {
  const act: DiscordShot['act'] = async (scene) => {
    const { people, world, editors, versions } = scene;
    const { asked, answer } = await askIn(scene, QUESTIONS.handed);
    await press(scene, 'Ask a human', world.member, answer);
    const [posted] = await people.waitForMessages(editors, 1);
    if (posted === undefined) throw new Error('The question did not reach the editors');
    await press(scene, 'Take', world.owner, posted);
    const taken = versions(posted.id).at(-1) ?? posted;
    const shownBy = await press(scene, 'Answer…', world.owner, taken);
    await people.submitModal({ user: world.owner, channel: editors, shownBy, fields: { text: HUMAN_ANSWER, sign: ['name'] } });
    const arrived = scene.messages(world.general.id).at(-1) ?? posted;
    return [
      { title: 'The editors’ channel', asked: null, command: '', answer: taken },
      { title: 'Where it was asked', asked, command: '', answer: arrived },
    ];
  };
  return { name: 'hand-off', source, act };
}

/** Presses the button that says this. */
function press({ people, world }: Pick<Scene, 'people' | 'world'>, label: string, user: Person, message: Message) {
  const customId = controls(message).find((control) => control.label === label)?.custom_id;
  if (customId === undefined) throw new Error(`There is no button “${label}”`);
  const channel = world.channels.get(message.channelId) ?? world.general;
  return people.pressButton({ user, channel, message, customId });
}

function stats(source: Source): DiscordShot {
  const act: DiscordShot['act'] = async (scene) => {
    await fillWeeks(scene.state);
    return [await runIn(scene, 'stats', {})];
  };
  return { name: 'stats', source, act };
}

async function photograph(browser: Browser, url: string, html: string, path: string): Promise<void> {
  await withPage(browser, { viewport: { width: 720, height: 1_600 }, colorScheme: 'dark' }, async (page) => {
    await page.route(`${url}/page`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto(`${url}/page`);
    await page.locator('discord-message.hydrated').last().waitFor();
    await page.locator('main').screenshot({ path });
  });
}

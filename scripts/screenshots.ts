// Takes the pictures of the README anew: real answers, on the local Slack's page and, from the payloads sent to the local Discord, on one of ours.
import { join } from 'node:path';
import { Bot } from '../src/bot/bot.ts';
import { loadCommands } from '../src/bot/load-commands.ts';
import { loadKnowledge } from '../src/bot/load-knowledge.ts';
import { withChangedBot } from './screenshots/changed-bot.ts';
import { takeDiscordPictures } from './screenshots/discord-pictures.ts';
import { takeSlackPictures } from './screenshots/slack-pictures.ts';
import { withBrowser } from './screenshots/with-browser.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs');
const commands = await loadCommands(join(root, 'commands'));
const load = () => loadKnowledge(root, () => new Date());
const loaded = await load();
if (!loaded.ok) throw new Error('the data has problems: run npm run facts -- check');
const bot = new Bot({ knowledge: loaded.knowledge, load, commands, language: 'en' });

await withBrowser((browser) =>
  withChangedBot(root, commands, async (changed) => {
    await takeSlackPictures(browser, folder, bot, changed);
    await takeDiscordPictures(browser, folder, bot, changed);
  }),
);
process.exit();

// Takes the pictures of the README anew: real answers, on the local Slack's page and, from the payloads sent to the local Discord, on one of ours.
import { join } from 'node:path';
import { withChangedBot } from './screenshots/changed-bot.ts';
import { takeDiscordPictures } from './screenshots/discord-pictures.ts';
import { loadBot } from './screenshots/load-bot.ts';
import { takeSlackPictures } from './screenshots/slack-pictures.ts';
import { withBrowser } from './screenshots/with-browser.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs');

await withBrowser(async (browser) => {
  const bot = await loadBot(root);
  await withChangedBot(root, async (changed) => {
    await takeSlackPictures(browser, folder, bot, changed);
    await takeDiscordPictures(browser, folder, bot, changed);
  });
});
// Whatever a client still waits for is not worth waiting for.
process.exit();

// Takes the pictures of the README anew: real answers, on the local Slack's page and, from the payloads sent to the local Discord, on one of ours.
import { join } from 'node:path';
import { withChangedData } from './screenshots/changed-data.ts';
import { takeDiscordPictures } from './screenshots/discord-pictures.ts';
import { loadSource } from './screenshots/load-source.ts';
import { takeSlackPictures } from './screenshots/slack-pictures.ts';
import { withBrowser } from './screenshots/with-browser.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs');

await withBrowser(async (browser) => {
  const source = await loadSource(root);
  await withChangedData(root, async (changed) => {
    await takeSlackPictures(browser, folder, source, changed);
    await takeDiscordPictures(browser, folder, source, changed);
  });
});
// Whatever a client still waits for is not worth waiting for.
process.exit();

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startSlack } from '../../src/adapters/slack/start-slack.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { Reception } from '../../src/bot/reception.ts';
import { openLog } from '../../src/log.ts';
import { localSlackMissing } from '../../test/servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../test/servers/slack/start-local-slack.ts';
import { app, channels, people } from '../../test/servers/slack/workspace.ts';
import { QUESTIONS } from './questions.ts';

const VIEWPORT = { width: 1100, height: 2_000 };
/** The page asks for messages at intervals. */
const DRAWN_MS = 2_500;
const { owner } = people;

type Shot = { readonly name: string; readonly bot: Bot; readonly act: (slack: LocalSlack) => Promise<string> };

/** Real answers on the local Slack's page. It draws rich text and tables as text only; Slack draws both itself. */
export async function takeSlackPictures(browser: Browser, folder: string, bot: Bot, changed: Bot): Promise<void> {
  const missing = localSlackMissing();
  if (missing !== undefined) return console.log(`No pictures of Slack: ${missing}`);
  const ask = (name: string, text: string): Shot => ({ name, bot, act: async (slack) => (await slack.say({ user: owner.id, text })).said.channel });
  const command = (name: string, text: string, of: Bot): Shot => ({
    name,
    bot: of,
    act: async (slack) => {
      await slack.slash({ user: owner.id, channel: channels.general.id, text });
      return channels.general.id;
    },
  });
  const shots = [
    ask('answer', QUESTIONS.found),
    ask('both-sides', QUESTIONS.bothSides),
    command('comparison', '/layoffs compare klarna fiverr', bot),
    ask('unknown', QUESTIONS.unknown),
    command('reload', '/layoffs reload', changed),
  ];
  for (const shot of shots)
    await inSlack(shot.bot, async (slack) => photographChannel(browser, slack, await shot.act(slack), join(folder, `slack-${shot.name}.png`)));
  await inSlack(bot, (slack) => photographHome(browser, slack, join(folder, 'slack-home.png')));
}

async function inSlack(bot: Bot, work: (slack: LocalSlack) => Promise<void>): Promise<void> {
  const slack = await startLocalSlack({ settleMs: 300, giveUpMs: 30_000 });
  const log = openLog('silent');
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
  const settings = { botToken: app.botToken, appToken: app.appToken, signingSecret: null, port: null, host: '127.0.0.1', apiUrl: slack.apiUrl };
  const platform = startSlack({ bot, reception, log, admins: new Set(), settings });
  try {
    await platform.ready;
    await work(slack);
  } finally {
    await platform.stop();
    await slack.stop();
  }
}

async function photographChannel(browser: Browser, slack: LocalSlack, channel: string, path: string): Promise<void> {
  await onPage(browser, `${slack.pageUrl}/archives/${channel}`, async (page) => {
    const last = await page.locator('.msg').last().boundingBox();
    const first = await page.locator('.msg').first().boundingBox();
    if (!last || !first) throw new Error(`nothing to see in ${channel}`);
    const top = first.y - 12;
    await page.screenshot({ path, clip: { x: 220, y: top, width: 760, height: last.y + last.height + 12 - top } });
  });
}

async function photographHome(browser: Browser, slack: LocalSlack, path: string): Promise<void> {
  await slack.openHome({ user: owner.id });
  await onPage(browser, slack.pageUrl, async (page) => {
    await page.locator('.sidebar-item', { hasText: app.botName }).last().click();
    await page.waitForTimeout(DRAWN_MS);
    const home = page.getByText('Home', { exact: true });
    if (await home.count()) await home.first().click();
    await page.waitForTimeout(500);
    const parts = await page.locator('.bk-section, .bk-context, .bk-header, .bk-actions').all();
    const boxes = (await Promise.all(parts.map((part) => part.boundingBox()))).flatMap((box) => box ?? []);
    const top = Math.min(...boxes.map(({ y }) => y)) - 16;
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 16;
    await page.screenshot({ path, clip: { x: 220, y: top, width: 760, height: bottom - top } });
  });
}

async function onPage(browser: Browser, url: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: 'light' });
  await page.goto(url);
  await page.waitForTimeout(DRAWN_MS);
  // The pictures are the same whenever they are taken.
  await page.addStyleTag({ content: '.msg-time { display: none }' });
  await work(page);
  await page.close();
}

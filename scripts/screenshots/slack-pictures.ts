import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startSlack } from '../../src/adapters/slack/start-slack.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { Reception } from '../../src/bot/reception.ts';
import { openLog } from '../../src/log.ts';
import { localSlackMissing } from '../../test/servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../test/servers/slack/start-local-slack.ts';
import { app, channels, people } from '../../test/servers/slack/workspace.ts';
import { QUESTIONS } from './questions.ts';
import { withPage } from './with-browser.ts';

const VIEWPORT = { width: 1100, height: 2_000 };
/** Within the page: right of its list of channels. */
const COLUMN = { x: 220, width: 720 };
const MARGIN = 10;
/** The pictures are the same whenever they are taken; lines and headings keep the distances that Slack gives them. */
const STYLE = `
  .msg-time { display: none }
  .mrkdwn, .plain { line-height: 1.46 }
  .bk-header { margin-top: 8px }
  .home-inner { max-width: 672px }
`;
const { owner } = people;

/** Does something that the bot answers, and says in which channel. */
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
    await page.locator('.msg', { has: page.locator('.blocks') }).waitFor();
    await photograph(page, page.locator('.msg'), path);
  });
}

async function photographHome(browser: Browser, slack: LocalSlack, path: string): Promise<void> {
  await slack.openHome({ user: owner.id });
  await onPage(browser, slack.pageUrl, async (page) => {
    await page.locator('.sidebar-item', { hasText: app.botName }).last().click();
    await page.locator('.home .blocks').waitFor();
    await photograph(page, page.locator('.home .blocks'), path);
  });
}

/** The column from the first of the parts to the last. */
async function photograph(page: Page, parts: Locator, path: string): Promise<void> {
  const [first, last] = [await parts.first().boundingBox(), await parts.last().boundingBox()];
  if (!first || !last) throw new Error(`There is nothing to see for ${path}`);
  const y = first.y - MARGIN;
  await page.screenshot({ path, clip: { ...COLUMN, y, height: last.y + last.height + MARGIN - y } });
}

async function onPage(browser: Browser, url: string, work: (page: Page) => Promise<void>): Promise<void> {
  await withPage(browser, { viewport: VIEWPORT, colorScheme: 'light' }, async (page) => {
    await page.goto(url);
    await page.addStyleTag({ content: STYLE });
    await work(page);
  });
}

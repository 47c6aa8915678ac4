import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { paintChart } from '../../src/adapters/discord/paint-chart.ts';
import { startSlack } from '../../src/adapters/slack/start-slack.ts';
import { localSlackMissing } from '../../test/servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../test/servers/slack/start-local-slack.ts';
import { app, channels, people } from '../../test/servers/slack/workspace.ts';
import { chartIn } from './chart-in.ts';
import { fillWeeks } from './fill-weeks.ts';
import type { Source } from './load-source.ts';
import { HUMAN_ANSWER, QUESTIONS } from './questions.ts';
import { type Part, stackParts } from './stack-parts.ts';
import { withPage } from './with-browser.ts';
import { type Remembering, withMemory } from './with-memory.ts';

const VIEWPORT = { width: 1100, height: 3_000 };
/** Within the page: right of its list of channels. */
const COLUMN = { x: 220, width: 720 };
const MARGIN = 10;
/** What that page shows in place of a chart. */
const CHART = '(chart: ';
/** The pictures are the same whenever they are taken; lines and headings keep the distances that Slack gives them. */
const STYLE = `
  .msg-time, .modal-overlay, .modal-backdrop { display: none }
  .mrkdwn, .plain { line-height: 1.46 }
  .bk-header { margin-top: 8px }
  .home-inner { max-width: 672px }
`;
const { owner, member } = people;
const editors = channels.board.id;

type Scene = { readonly slack: LocalSlack; readonly page: (channel: string, work: (page: Page) => Promise<Buffer>) => Promise<Buffer> } & Pick<
  Remembering,
  'state'
>;

/** Does something that the bot answers, and takes pictures of what is to be seen of it, one below the other. */
type SlackShot = { readonly name: string; readonly source: Source; readonly act: (scene: Scene) => Promise<readonly Part[]> };

/** Real answers on the local Slack's page. It draws rich text and tables as text only, and no charts; Slack draws them all itself. */
export async function takeSlackPictures(browser: Browser, folder: string, source: Source, changed: Source): Promise<void> {
  const missing = localSlackMissing();
  if (missing !== undefined) return console.log(`No pictures of Slack: ${missing}`);
  const shots = [
    ask('answer', QUESTIONS.found, source),
    ask('both-sides', QUESTIONS.bothSides, source),
    command('comparison', '/layoffs compare klarna fiverr', source),
    ask('unknown', QUESTIONS.unknown, source),
    command('reload', '/layoffs reload', changed),
    handOff(source),
    stats(source),
    home(source),
  ];
  for (const shot of shots) await takeSlackPicture(browser, join(folder, `slack-${shot.name}.png`), shot);
}

async function takeSlackPicture(browser: Browser, path: string, { source, act }: SlackShot): Promise<void> {
  await withMemory(source, editors, async ({ bot, reception, state, log, connect }) => {
    const slack = await startLocalSlack({ settleMs: 300, giveUpMs: 30_000, subscriptions: ['app_mention', 'message.im', 'message.groups', 'app_home_opened'] });
    const settings = { botToken: app.botToken, appToken: app.appToken, signingSecret: null, port: null, host: '127.0.0.1', apiUrl: slack.apiUrl };
    const platform = startSlack({ bot, reception, log, admins: new Set(), settings });
    try {
      await connect(platform);
      const page: Scene['page'] = (channel, work) => onPage(browser, `${slack.pageUrl}/archives/${channel}`, work);
      await stackParts(browser, await act({ slack, state, page }), path);
    } finally {
      await platform.stop();
      await slack.stop();
    }
  });
}

function ask(name: string, text: string, source: Source): SlackShot {
  const act: SlackShot['act'] = async ({ slack, page }) => {
    const { said } = await slack.say({ user: owner.id, text });
    return [{ title: '', png: await page(said.channel, photographMessages) }];
  };
  return { name, source, act };
}

function command(name: string, text: string, source: Source): SlackShot {
  return { name, source, act: (scene) => runCommand(text, scene) };
}

async function runCommand(text: string, { slack, page }: Scene): Promise<readonly Part[]> {
  await slack.slash({ user: owner.id, channel: channels.general.id, text });
  return [{ title: '', png: await page(channels.general.id, photographMessages) }];
}

/** What the editors see while one of them has the question, and what its asker gets. */
function handOff(source: Source): SlackShot {
  const act: SlackShot['act'] = async ({ slack, page }) => {
    const { said, messages } = await slack.say({ user: member.id, text: QUESTIONS.handed });
    await slack.pressButton({ user: member.id, message: last(messages), text: 'Ask a human', expect: 2 });
    const question = () => last(slack.messages(editors));
    await slack.pressButton({ user: owner.id, message: question(), text: 'Take' });
    const taken = await page(editors, photographMessages);
    await slack.pressButton({ user: owner.id, message: question(), text: 'Answer…' });
    await slack.submitView({ user: owner.id, values: { text: HUMAN_ANSWER, sign: 'name' }, expect: 2 });
    const answered = await page(said.channel, (there) => photograph(there, there.locator('.msg').last(), 0));
    return [
      { title: 'The editors’ channel', png: taken },
      { title: 'Where it was asked', png: answered },
    ];
  };
  return { name: 'hand-off', source, act };
}

function stats(source: Source): SlackShot {
  const act: SlackShot['act'] = async (scene) => {
    await fillWeeks(scene.state);
    await scene.slack.slash({ user: owner.id, channel: channels.general.id, text: '/layoffs stats' });
    const chart = await paintChart(chartIn(last(scene.slack.ephemerals(owner.id)).blocks));
    const png = await scene.page(channels.general.id, async (page) => {
      await drawChart(page, chart);
      return photographMessages(page);
    });
    return [{ title: '', png }];
  };
  return { name: 'stats', source, act };
}

function home(source: Source): SlackShot {
  const act: SlackShot['act'] = async ({ slack, page }) => {
    await slack.openHome({ user: owner.id });
    const png = await page('', async (there) => {
      await there.locator('.sidebar-item', { hasText: app.botName }).last().click();
      await there.locator('.home .blocks').waitFor();
      return photograph(there, there.locator('.home .blocks'));
    });
    return [{ title: '', png }];
  };
  return { name: 'home', source, act };
}

/** Slack draws it itself; the page of the local one does not. */
async function drawChart(page: Page, chart: Buffer): Promise<void> {
  const image = JSON.stringify(`<img style="display: block; width: 560px" src="data:image/png;base64,${chart.toString('base64')}">`);
  await page.locator('.blocks', { hasText: CHART }).waitFor();
  await page.evaluate(`(() => {
    const block = [...document.querySelectorAll('.blocks > *')].find(({ textContent }) => textContent.includes('${CHART}'));
    block.innerHTML = ${image};
    return block.firstChild.decode();
  })()`);
}

async function photographMessages(page: Page): Promise<Buffer> {
  await page
    .locator('.msg', { has: page.locator('.blocks') })
    .first()
    .waitFor();
  return photograph(page, page.locator('.msg'));
}

/** The column from the first of the parts to the last. */
async function photograph(page: Page, parts: Locator, above = MARGIN): Promise<Buffer> {
  const [first, last] = [await parts.first().boundingBox(), await parts.last().boundingBox()];
  if (!first || !last) throw new Error('There is nothing to see');
  const y = first.y - above;
  return page.screenshot({ clip: { ...COLUMN, y, height: last.y + last.height + MARGIN - y } });
}

async function onPage(browser: Browser, url: string, work: (page: Page) => Promise<Buffer>): Promise<Buffer> {
  return withPage(browser, { viewport: VIEWPORT, colorScheme: 'light' }, async (page) => {
    await page.goto(url);
    await page.addStyleTag({ content: STYLE });
    return work(page);
  });
}

function last<One>(all: readonly One[]): One {
  const found = all.at(-1);
  if (found === undefined) throw new Error('The bot has said nothing');
  return found;
}

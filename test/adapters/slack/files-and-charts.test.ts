import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../src/reply/reply.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, MENTION, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const QUESTION = 'How many people did Klarna lay off?';
const CSV = 'question,count\n"Combien de personnes Klarna a-t-elle licenciées ?",3\n';
const FILE: Block = { kind: 'file', name: 'open.csv', description: 'All open questions.', content: CSV };
const CHART: Block = {
  kind: 'chart',
  chart: { kind: 'lines', title: 'By day', alt: 'Three on Monday.', unit: '', categories: ['Monday'], series: [{ name: 'All', values: [3] }] },
};
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`files and charts in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot();
    const { bot } = started;
    const ask = bot.ask.bind(bot);
    bot.ask = (...given) => ({ ...ask(...given), blocks: [FILE, CHART] });
  });
  afterAll(() => started.stop());
  beforeEach(() => started.pass(120_000));
  afterEach(() => expectClean(started.slack));

  it('sends a file to whoever asked alone, and says so in the answer', async () => {
    const { slack } = started;
    const { messages, acts } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
    expect(shown(first(messages).blocks)).toContain('open.csv (All open questions): I have sent you this file in our direct messages.');
    expect(acts.filter(({ kind }) => kind === 'file')).toEqual([]);
    const direct = await slack.directChannel(member);
    expect(slack.messages(direct).map(({ text }) => text)).toContain('open.csv (All open questions)');
    expect(slack.files(direct)).toEqual([{ name: 'open.csv', content: CSV, length: Buffer.byteLength(CSV) }]);
    expect(slack.files(general)).toEqual([]);
  });

  it('sends it from a slash command, too, in the language of the answer', async () => {
    const { ephemerals } = await started.slack.slash({
      user: people.second.id,
      channel: general,
      text: '/layoffs Combien de personnes Klarna a-t-elle licenciées ?',
    });
    expect(shown(first(ephemerals).blocks)).toContain('je vous ai envoyé ce fichier dans nos messages directs.');
    expect(started.slack.files(await started.slack.directChannel(people.second.id))).toHaveLength(1);
  });

  it('puts it into the conversation where that is direct already', async () => {
    const { files, messages } = await started.slack.say({ user: people.owner.id, text: QUESTION });
    expect(files).toHaveLength(1);
    expect(messages).toHaveLength(1);
  });

  it('answers all the same where the file cannot be sent', async () => {
    const { slack } = started;
    slack.planFault({ fault: { kind: 'error', error: 'missing_scope' }, calls: 1, method: 'files.getUploadURLExternal' });
    const { ephemerals } = await slack.slash({ user: people.admin.id, channel: general, text: `/layoffs ${QUESTION}` });
    expect(shown(first(ephemerals).blocks)).toContain('this file could not be sent to you');
  });

  it('draws a chart, and says in the notification what it shows', async () => {
    const { messages } = await started.slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
    expect(first(messages).blocks).toMatchObject([{ type: 'rich_text' }, { type: 'data_visualization', title: 'By day' }, {}, {}]);
    expect(first(messages).text).toContain('Three on Monday.');
  });
});

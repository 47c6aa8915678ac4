import { describe, expect, it, onTestFinished } from 'vitest';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { SILENT } from '../../state/open-state.ts';
import { startWithHumans } from '../start-with-humans.ts';
import { buttonsOf, expectClean, first, MENTION, settingsFor, shown } from './start-slack-bot.ts';

const UNKNOWN = 'Who runs the canteen at Borel?';
const general = channels.general.id;
const editors = channels.board.id;
const member = people.member.id;
const owner = people.owner.id;
const missing = localSlackMissing();

/** The link to where it was asked is the only one that there is. */
const pingsBesidesLink = ({ records }: LocalSlack) => records.pings.filter(({ kind, text }) => kind !== 'link' || !text.includes(`/archives/${general}/`));

async function start() {
  const slack = await startLocalSlack({ settleMs: 150, subscriptions: ['app_mention', 'message.im', 'message.groups'] });
  onTestFinished(slack.stop);
  const { bot, reception, connect } = await startWithHumans(editors);
  await connect(startSlack({ bot, reception, settings: settingsFor(slack), log: SILENT, admins: new Set() }));
  const question = () => first(slack.messages(editors));
  return { slack, question };
}

describe.skipIf(missing !== undefined)(`questions for humans in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  it('asked in a channel are taken by a button, answered in the editors’ thread, and the answer comes to the thread', async () => {
    const { slack, question } = await start();
    const asked = await slack.say({ user: member, channel: general, text: `${MENTION} ${UNKNOWN}` });
    const abstention = first(asked.messages);
    const pressed = await slack.pressButton({ user: member, message: abstention, text: 'Ask a human', expect: 2 });
    expect(pressed.ephemerals).toMatchObject([{ visibleTo: member, text: expect.stringContaining('A human will look at your question') }]);
    expect(shown(question().blocks)).toContain(UNKNOWN);
    expect(JSON.stringify(question().blocks)).toMatch(/"type":"link","url":"https?:[^"]*C0GENERAL[^"]*","text":"Where it was asked"/);
    expect(buttonsOf(question())).toEqual(['Take', 'Answer…', 'Close']);
    const taken = await slack.pressButton({ user: owner, message: question(), text: 'Take' });
    expect(shown(first(taken.updates).blocks)).toContain('taken by olive');
    const written = await slack.say({ user: owner, channel: editors, threadTs: question().ts, text: 'Mr *Smith* &amp; sons.', expect: 2 });
    const answer = first(slack.messages(general).slice(-1));
    expect(answer.threadTs).toBe(abstention.threadTs);
    expect(shown(answer.blocks)).toMatch(/A human of the team answers:\nMr \*Smith\* & sons\./);
    expect(shown(answer.blocks)).not.toContain('data');
    expect(pingsBesidesLink(slack)).toMatchObject([{ kind: 'user', text: expect.stringContaining(member) }]);
    slack.records.pings.length = 0;
    expect(written.ephemerals).toMatchObject([{ visibleTo: owner, text: expect.stringContaining('Sent to whoever asked') }]);
    expect(shown(question().blocks)).toContain('answered by olive');
    await slack.expectNothingPosted(300, () => slack.say({ user: owner, channel: editors, threadTs: question().ts, text: 'Done.', expect: 0 }));
    expect(pingsBesidesLink(slack)).toEqual([]);
    slack.records.pings.length = 0;
    expectClean(slack);
  });

  it('asked privately are answered with a form, by name, in a direct message', async () => {
    const { slack, question } = await start();
    const asked = await slack.slash({ user: member, channel: general, text: `/layoffs ${UNKNOWN}` });
    await slack.pressButton({ user: member, message: first(asked.ephemerals), text: 'Ask a human', expect: 2 });
    expect(shown(question().blocks)).toContain('Asked in private.');
    await slack.pressButton({ user: owner, message: question(), text: 'Answer…' });
    const sent = await slack.submitView({ user: owner, values: { text: 'Mr Smith.', sign: 'name' }, expect: 2 });
    expect(shown(first(sent.updates).blocks)).toContain('answered by olive');
    const [answer] = slack.messages(await slack.directChannel(member));
    expect(shown(answer?.blocks ?? [])).toMatch(/olive, of the team, answers:[\s\S]*You asked: “Who runs the canteen at Borel\?”[\s\S]*Mr Smith\./);
    expectClean(slack);
  });
});

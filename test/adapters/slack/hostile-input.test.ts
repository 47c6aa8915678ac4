import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, MENTION, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const missing = localSlackMissing();

const HOSTILE = [
  ['a broadcast', '<!channel> @everyone @here <!here|here> why did Klarna lay people off?'],
  ['a mention of somebody', `<@${people.second.id}> <@${people.second.id}|sam> how many people did Klarna lay off?`],
  ['an escaped mention', '&lt;!channel&gt; &lt;@U0SECOND&gt; &amp;lt;!here&amp;gt;'],
  ['links', '<https://evil.example|Klarna> [x](http://evil.example) http://evil.example www.evil.example'],
  ['markup', '*bold* _italic_ ~struck~ `code` ```block``` > quote :wave: # heading'],
  ['characters that are not seen', 'How\u200b many\u2060 people\u00ad did Kl\u200barna lay off?\u0000\u0007'],
  ['writing turned round', '\u202eanralK tuoba\u202c How many people did Klarna lay off\u2067?'],
  ['half a character', 'Klarna \ud83d \udc4b?'],
  ['40,000 characters', `How many people did Klarna lay off? ${'spam and eggs '.repeat(2_900)}`.slice(0, 40_000)],
  ['one word of 40,000 characters', 'x'.repeat(40_000)],
  ['nothing but marks', '??? !!! ...'],
  ['JSON', '{"blocks":[{"type":"section"}]}'],
  ['an unknown command', 'compnay <!channel>'],
  ['a company that there is not', 'company <!channel>&lt;@U0SECOND&gt;'],
] as const;

describe.skipIf(missing !== undefined)(`hostile input in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot();
  });
  afterAll(() => started.stop());
  beforeEach(() => started.pass(120_000));
  afterEach(() => expectClean(started.slack));

  it.each(HOSTILE)('answers %s, pings nobody and links to nothing', async (_, text) => {
    const { slack } = started;
    const mentioned = await slack.say({ user: member, channel: general, text: `${MENTION} ${text}` });
    const direct = await slack.say({ user: member, text });
    const slash = await slack.slash({ user: member, channel: general, text: `/layoffs ${text}` });
    const answers = [...mentioned.messages, ...direct.messages, ...slash.ephemerals];
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      expect(answer.text).not.toMatch(/<|@(?:everyone|here|channel)|https?:\/\//);
      expect(answer.text.length).toBeLessThanOrEqual(3_000);
      expect(`${answer.text}${shown(answer.blocks)}`).not.toMatch(/[\u200b\u2060\u00ad\u202a-\u202e\u2066-\u2069\u0000]/);
    }
  });

  it('finds the company behind characters that are not seen', async () => {
    const { messages } = await started.slack.say({ user: member, channel: general, text: `${MENTION} ${HOSTILE[5][1]}` });
    expect(first(messages).text).toContain('Klarna');
  });
});

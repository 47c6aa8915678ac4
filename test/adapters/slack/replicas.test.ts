import { afterEach, describe, expect, it } from 'vitest';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { openLog } from '../../../src/log.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { expectClean, MENTION, settingsFor } from './start-slack-bot.ts';

const log = openLog('silent');
const ASKED = { user: people.member.id, channel: channels.general.id, text: `${MENTION} How many people did Klarna lay off?` };
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`two processes in one Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  });

  it('share what is asked over several sockets, and each question is answered once', async () => {
    const slack = await startLocalSlack({ settleMs: 40 });
    stops.push(slack.stop);
    const replicas = [await join(slack), await join(slack)];
    await slack.connected(2);
    for (let count = 0; count < 6; count += 1) expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expect(replicas.map(({ received }) => received())).toEqual([3, 3]);

    await replicas[0]?.platform.stop();
    for (let count = 0; count < 2; count += 1) expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expect(replicas.map(({ received }) => received())).toEqual([3, 5]);
    expectClean(slack);
  });

  async function join(slack: LocalSlack) {
    const { bot } = await startBot();
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const receive = reception.receive.bind(reception);
    let count = 0;
    reception.receive = (...given) => {
      count += 1;
      return receive(...given);
    };
    const platform = startSlack({ bot, reception, settings: settingsFor(slack), log, admins: new Set() });
    stops.push(platform.stop);
    await platform.ready;
    return { platform, received: () => count };
  }
});

import { setTimeout as delay } from 'node:timers/promises';
import type { BotAct } from '../../test/servers/slack/bot-act.ts';
import { checkMessage } from '../../test/servers/slack/check-message.ts';
import { eventEnvelope } from '../../test/servers/slack/event-envelope.ts';
import { textField, toFields } from '../../test/servers/slack/json.ts';
import { app, channels } from '../../test/servers/slack/workspace.ts';
import { forkBot } from './fork-bot.ts';
import type { PlannedEvent } from './plan-event.ts';
import { slashEnvelope } from './slash-envelope.ts';
import type { SoakField } from './soak-field.ts';
import { startLightSlack } from './start-light-slack.ts';
import { Tally } from './tally.ts';

const RATE_LIMIT = { kind: 'rate limit', retryAfterSeconds: 1 } as const;
const SHARE = 0.01;

/** Socket Mode: mentions and direct messages are delivered again where nobody acknowledged them; slash commands are not, so none is under way at a drop. */
export async function openSlackSoak(): Promise<SoakField> {
  const { gate, hub, apiUrl, stop } = await startLightSlack('socket');
  const bot = await forkBot({ kind: 'ours', road: 'slack', apiUrl, port: null, memory: null });
  const tally = new Tally();
  const slashes = new Set<Promise<void>>();
  const problems: string[] = [];
  gate.faults.plan({ fault: RATE_LIMIT, share: SHARE, seed: 7, method: 'chat.postMessage' });
  gate.faults.plan({ fault: RATE_LIMIT, share: SHARE, seed: 8, method: 'response_url' });
  gate.book.onAct((act) => tally.note(eventOf(act)));

  const connected = async () => {
    while (hub.connections() === 0) await delay(5);
  };
  const run = async (user: string, question: string, copies: number) => {
    await connected();
    const { envelope, response } = slashEnvelope(gate, user, question);
    tally.expect(`handle ${response}`);
    const acks = await Promise.all(Array.from({ length: copies }, () => gate.deliver(envelope)));
    for (const answer of acks.map(({ payload }) => toFields(payload))) {
      if (textField(answer, 'text') === undefined) continue;
      tally.note(`handle ${response}`);
      problems.push(...(checkMessage(answer)?.messages ?? []));
    }
  };
  return {
    bot,
    tally,
    send: async (event, question) => {
      const copies = event.twice ? 2 : 1;
      const user = `U${event.person}`;
      if (event.way === 'slash') {
        await connected();
        const slash = run(user, question, copies).finally(() => slashes.delete(slash));
        slashes.add(slash);
        return;
      }
      const { key, fields } = said(event, question);
      const envelope = eventEnvelope({ ...fields, user });
      tally.expect(key);
      for (let copy = 0; copy < copies; copy += 1) void gate.deliver(envelope);
    },
    drop: async () => {
      await Promise.all(slashes);
      hub.closeAbruptly();
    },
    underWay: () => tally.unanswered,
    met: () => ({ rateLimits: gate.faults.met.get('rate limit') ?? 0, connections: hub.opened() }),
    problems: () => [
      ...problems,
      ...gate.records.rejected.flatMap(({ messages }) => messages),
      ...gate.records.pings.map(() => 'a ping'),
      ...gate.records.unknownMethods,
    ],
    stop: async () => {
      await bot.stop();
      await stop();
    },
  };
}

/** By what an answer is told to belong to it: a mention's thread, and for a direct message a conversation of its own. */
function said({ number, way }: PlannedEvent, question: string) {
  const ts = `${1_700_000_000 + number}.000100`;
  const common = { ts, event_ts: ts, client_msg_id: `message-${number}` };
  if (way === 'mention') {
    return { key: `thread ${ts}`, fields: { ...common, type: 'app_mention', channel: channels.general.id, text: `<@${app.botUserId}> ${question}` } };
  }
  const channel = `D0SOAK${number}`;
  return { key: `channel ${channel}`, fields: { ...common, type: 'message', channel_type: 'im', channel, text: question } };
}

function eventOf({ handle, threadTs, channel }: BotAct): string {
  if (handle !== undefined) return `handle ${handle}`;
  return threadTs === undefined ? `channel ${channel}` : `thread ${threadTs}`;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { checkMessage } from '../../test/servers/slack/check-message.ts';
import type { Envelope } from '../../test/servers/slack/envelope.ts';
import { type Fields, textField, toFields } from '../../test/servers/slack/json.ts';
import { postSigned } from '../../test/servers/slack/post-signed.ts';
import type { Arena } from './arena.ts';
import type { BotKind, Road } from './bot-job.ts';
import { forkBot } from './fork-bot.ts';
import { slashEnvelope } from './slash-envelope.ts';
import { startLightSlack } from './start-light-slack.ts';

/** Slash commands as envelopes of Socket Mode or as signed requests; the answer is what the acknowledgement holds. */
export async function openSlackArena(road: Exclude<Road, 'discord'>, kind: BotKind, execArgv: readonly string[], memory: string | null): Promise<Arena> {
  const slack = await startLightSlack(road === 'slack' ? 'socket' : 'http');
  const port = road === 'slack' ? null : await findFreePort();
  const bot = await forkBot({ kind, road, apiUrl: slack.apiUrl, port, memory }, execArgv);
  const send = async (envelope: Envelope) => {
    if (port === null) return slack.hub.send(envelope, undefined, () => {});
    return (await postSigned(`http://127.0.0.1:${port}/slack/events`, envelope, undefined, {})).payload;
  };
  /** One answer to each question is looked over, after the measuring. */
  const answers = new Map<string, Fields>();
  const later = new Map<string, () => void>();
  slack.gate.book.onAct(({ handle = '' }) => later.get(handle)?.());
  return {
    bot,
    // Node takes one new connection a turn; on a busy bot, new ones would starve behind those that are kept open.
    prepare: async (connections) => {
      if (port === null) return;
      await Promise.all(Array.from({ length: connections }, async () => (await fetch(`http://127.0.0.1:${port}/`)).text()));
    },
    ask: async (question, person) => {
      const { envelope, response } = slashEnvelope(slack.gate, `U${person}`, question);
      // An answer that takes over a second comes to the response_url, after an acknowledgement without a word.
      const { promise: answeredLater, resolve } = Promise.withResolvers<void>();
      later.set(response, resolve);
      const started = performance.now();
      const answer = toFields(await send(envelope));
      if (textField(answer, 'text') === undefined) await answeredLater;
      else answers.set(question, answer);
      const ms = performance.now() - started;
      later.delete(response);
      return ms;
    },
    problems: () => [
      ...[...answers.values()].flatMap((answer) => checkMessage(answer)?.messages ?? []),
      ...slack.gate.records.rejected.flatMap(({ messages }) => messages),
    ],
    stop: async () => {
      await bot.stop();
      await slack.stop();
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

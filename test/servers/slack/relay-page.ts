import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Envelope } from './envelope.ts';
import type { Gate } from './gate.ts';
import { type Fields, parseJson, textField, toFields } from './json.ts';
import type { Binary } from './start-binary.ts';
import { toApiMessage } from './to-api-message.ts';
import { app } from './workspace.ts';

/** local-slack's idea of the bot: hears what people do on its page and hands it to the bot, through the gate. */
export type PageRelay = {
  readonly serve: (gate: Gate) => void;
  readonly fromHere: Gate['fromHere'];
  readonly borrowTrigger: Gate['borrowTrigger'];
  readonly stop: () => void;
};

export async function relayPage(binary: Binary, anyChannel: string): Promise<PageRelay> {
  const { url } = await binary.api('apps.connections.open', {}, app.appToken);
  const socket = new WebSocket(String(url));
  await once(socket, 'open');
  const underWay: { readonly user: string; readonly text: string }[] = [];
  const borrowers = new Map<string, (trigger: string) => void>();

  const isOurs = ({ payload }: Envelope) => {
    const event = toFields(payload['event']);
    if (underWay.some(({ user, text }) => event['user'] === user && event['text'] === text)) return true;
    const borrower = borrowers.get(textField(payload, 'text') ?? '');
    borrower?.(textField(payload, 'trigger_id') ?? '');
    return borrower !== undefined;
  };

  return {
    serve: (gate) => {
      socket.on('message', async (data) => {
        const frame = toFields(parseJson(String(data)));
        const envelope = readEnvelope(frame);
        if (envelope === undefined) return;
        const answer = isOurs(envelope) ? undefined : await gate.deliver(adopt(gate, envelope)).catch(() => undefined);
        socket.send(JSON.stringify({ envelope_id: frame['envelope_id'], payload: answer?.payload }));
      });
    },
    fromHere: async (user, text, put) => {
      const entry = { user, text };
      underWay.push(entry);
      try {
        return await put();
      } finally {
        underWay.splice(underWay.indexOf(entry), 1);
      }
    },
    borrowTrigger: async (user) => {
      const mark = randomUUID();
      const { promise, resolve } = Promise.withResolvers<string>();
      borrowers.set(mark, resolve);
      await binary.control('command', { channel: anyChannel, user, command: '/borrow-trigger', text: mark });
      borrowers.delete(mark);
      return promise;
    },
    stop: () => socket.terminate(),
  };
}

function readEnvelope({ type, payload }: Fields): Envelope | undefined {
  return type === 'events_api' || type === 'slash_commands' || type === 'interactive' ? { type, payload: toFields(payload) } : undefined;
}

/** What happened on the page, as if it had happened here: the gate's own response_url and copy of the message. */
function adopt(gate: Gate, { type, payload }: Envelope): Envelope {
  const event = toFields(payload['event']);
  const [channel, ts, user] = [textField(event, 'channel'), textField(event, 'ts'), textField(event, 'user')];
  if (type === 'events_api' && event['type'] === 'message' && channel !== undefined && ts !== undefined && user !== undefined) {
    const text = textField(event, 'text') ?? '';
    gate.book.put({ channel, ts, user, text, threadTs: textField(event, 'thread_ts'), blocks: [], visibleTo: undefined, edited: false });
  }
  if (type === 'events_api') return { type, payload };
  const actor = textField(toFields(payload['user']), 'id') ?? textField(payload, 'user_id') ?? '';
  const place = textField(toFields(payload['channel']), 'id') ?? textField(payload, 'channel_id') ?? '';
  const message = gate.book.find(place, textField(toFields(payload['container']), 'message_ts') ?? '');
  gate.handles.giveTrigger(actor, textField(payload, 'trigger_id'));
  const response = gate.handles.giveResponse({ channel: place, user: actor, message });
  const shown = message === undefined ? {} : { message: toApiMessage(message) };
  return { type, payload: { ...payload, ...shown, response_url: `${gate.baseUrl}/response/${response.id}` } };
}

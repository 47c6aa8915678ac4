import { setTimeout as delay } from 'node:timers/promises';
import type { Ack, Delivery, Envelope, Retry } from './envelope.ts';
import type { Settings } from './gate.ts';
import { textField, toFields } from './json.ts';
import { type Answer, postSigned } from './post-signed.ts';
import type { Late } from './records.ts';
import type { SocketHub } from './socket-hub.ts';

type Send = (
  envelope: Envelope,
  retry: Retry | undefined,
  delivery: Delivery,
  onSent: () => void,
) => Promise<{ readonly status?: number; readonly payload: unknown }>;

export function overSocket(hub: SocketHub): Send {
  return async (envelope, retry, _delivery, onSent) => ({ payload: await hub.send(envelope, retry, onSent) });
}

export function overHttp(requestUrl: () => string): Send {
  return (envelope, retry, delivery, onSent): Promise<Answer> => {
    onSent();
    return postSigned(requestUrl(), envelope, retry, delivery);
  };
}

/** Sends, keeps time, and writes down who was late. */
export function makeDeliver(send: Send, settings: Settings, late: Late[]): (envelope: Envelope, delivery?: Delivery) => Promise<Ack> {
  return async (envelope, delivery = {}) => {
    const before = delivery.attempt === undefined ? undefined : { attempt: delivery.attempt, reason: 'timeout' };
    const first = deliverOnce(send, settings, late, envelope, before, delivery);
    for (let attempt = 1; attempt < (delivery.copies ?? 1); attempt += 1) {
      await first;
      void deliverOnce(send, settings, late, envelope, { attempt, reason: 'timeout' }, delivery);
    }
    return first;
  };
}

async function deliverOnce(send: Send, settings: Settings, late: Late[], envelope: Envelope, retry: Retry | undefined, delivery: Delivery): Promise<Ack> {
  const clock = new AbortController();
  const { promise: overdue, resolve: giveUp } = Promise.withResolvers<void>();
  let sentAt = performance.now();
  let entry: number | undefined;
  const onSent = () => {
    sentAt = performance.now();
    void delay(settings.ackDeadlineMs, undefined, { signal: clock.signal, ref: false })
      .then(() => {
        entry = late.push({ what: nameEnvelope(envelope), ms: undefined }) - 1;
        const again = envelope.type === 'events_api' && settings.redeliver && retry === undefined;
        if (again) void deliverOnce(send, settings, late, envelope, { attempt: 1, reason: 'timeout' }, delivery).catch(() => {});
        return delay(settings.giveUpMs, undefined, { signal: clock.signal, ref: false });
      })
      .then(giveUp, () => {});
  };
  try {
    const answer = await Promise.race([send(envelope, retry, delivery, onSent), overdue]);
    if (answer === undefined) return { ms: undefined, payload: undefined, status: undefined };
    const ms = performance.now() - sentAt;
    if (entry !== undefined) late[entry] = { what: nameEnvelope(envelope), ms };
    return { ms, payload: answer.payload, status: answer.status };
  } finally {
    clock.abort();
  }
}

function nameEnvelope({ type, payload }: Envelope): string {
  const event = toFields(payload['event']);
  return `${type} ${textField(event, 'type') ?? textField(payload, 'command') ?? textField(payload, 'type') ?? ''}`;
}

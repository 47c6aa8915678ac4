import { setTimeout as delay } from 'node:timers/promises';
import { type BotAct, isVisible } from './bot-act.ts';
import type { Ack, Delivery, Envelope } from './envelope.ts';
import type { Gate } from './gate.ts';
import type { Message, View } from './message.ts';
import type { Upload } from './upload.ts';

/** What the bot did about something that a person did. */
export type Outcome = {
  readonly ack: Ack;
  /** Until the first thing that a person sees; undefined where nothing came. */
  readonly firstMs: number | undefined;
  /** Public messages, however posted. */
  readonly messages: readonly Message[];
  readonly ephemerals: readonly Message[];
  readonly updates: readonly Message[];
  /** Modals opened or changed. */
  readonly views: readonly View[];
  readonly homes: readonly View[];
  readonly files: readonly Upload[];
  /** What came by response_url. */
  readonly responses: readonly BotAct[];
  /** All of it in order, reactions and thread statuses included. */
  readonly acts: readonly BotAct[];
};

export type Act = Delivery & {
  /** How many visible things to wait for; 1 unless told. With 0 it waits as long as the bot must be quiet and no longer. */
  readonly expect?: number;
};

export type Performance = {
  readonly envelopes: readonly Envelope[];
  /** Which of the bot's acts are about this. */
  readonly isAbout: (act: BotAct) => boolean;
  readonly onAck?: (ack: Ack) => Promise<void>;
};

export async function perform(gate: Gate, { envelopes, isAbout, onAck }: Performance, act: Act): Promise<Outcome> {
  const acts: BotAct[] = [];
  const start = performance.now();
  const stop = gate.book.onAct((done) => {
    if (isAbout(done)) acts.push(done);
  });
  try {
    const acks = await Promise.all(envelopes.map((envelope) => gate.deliver(envelope, act)));
    const ack = acks[0] ?? { ms: undefined, payload: undefined, status: undefined };
    await onAck?.(ack);
    await settle(gate, acts, act.expect ?? 1);
    return summarise(acts, ack, start);
  } finally {
    stop();
  }
}

async function settle({ settings }: Gate, acts: readonly BotAct[], expect: number): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < settings.giveUpMs) {
    const quietSince = Math.max(start, acts.at(-1)?.at ?? 0);
    if (acts.filter(isVisible).length >= expect && performance.now() - quietSince >= settings.settleMs) return;
    await delay(10);
  }
}

function summarise(acts: readonly BotAct[], ack: Ack, start: number): Outcome {
  const messagesOf = (kind: BotAct['kind']) => acts.flatMap((act) => (act.kind === kind && act.message !== undefined ? [act.message] : []));
  const viewsOf = (kind: BotAct['kind']) => acts.flatMap((act) => (act.kind === kind && act.view !== undefined ? [act.view] : []));
  const first = acts.find(isVisible);
  return {
    ack,
    acts,
    firstMs: first === undefined ? undefined : first.at - start,
    messages: messagesOf('message'),
    ephemerals: messagesOf('ephemeral'),
    updates: messagesOf('update'),
    views: viewsOf('view'),
    homes: viewsOf('home'),
    files: acts.flatMap(({ file }) => file ?? []),
    responses: acts.filter(({ via }) => via === 'response_url'),
  };
}

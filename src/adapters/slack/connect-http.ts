import { setTimeout as delay } from 'node:timers/promises';
import { App, type AppOptions, HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt';
import type { Connection } from './connection.ts';
import type { SlackSettings } from './slack-settings.ts';

const CLOSE_WITHIN_MS = 1_000;

/** Slack posts to us; the signature of each request is checked by Bolt. */
export function connectHttp({ port, host }: SlackSettings, options: AppOptions, receiving: HTTPReceiverOptions): Connection {
  const receiver = new HTTPReceiver(receiving);
  const app = new App({ ...options, receiver });
  let open = false;
  let closed = false;
  return {
    app,
    open: async () => {
      await app.start({ port: port ?? 0, host });
      open = !closed;
      if (closed) await app.stop();
    },
    isOpen: () => open,
    close: async () => {
      closed = true;
      if (!open) return;
      open = false;
      await Promise.race([app.stop(), delay(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
    onLost: () => {},
  };
}

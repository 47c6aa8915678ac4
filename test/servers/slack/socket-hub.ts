import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Envelope, Retry } from './envelope.ts';
import { parseJson, textField, toFields } from './json.ts';
import { limits } from './limits.ts';
import { app } from './workspace.ts';

/** The bot's Socket Mode connections. */
export type SocketHub = {
  readonly openTicket: () => string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** An event waits for a connection, and goes out again when its connection closes before it was acknowledged; anything else is lost, as with Slack. */
  readonly send: (envelope: Envelope, retry: Retry | undefined, onSent: () => void) => Promise<unknown>;
  readonly connections: () => number;
  /** How many were opened since the start. */
  readonly opened: () => number;
  readonly requestDisconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') => void;
  /** Ends the TCP connections without a word. */
  readonly closeAbruptly: () => void;
  /** Takes no notice any more of what the bot sends on the connections that are open, pings included. */
  readonly freeze: () => void;
  readonly refuse: (ms: number) => void;
  readonly stop: () => void;
};

type Pending = {
  readonly envelope: Envelope;
  readonly onSent: () => void;
  readonly settle: (payload: unknown) => void;
  retry: Retry | undefined;
  on?: WebSocket;
};

const pingEveryMs = 5_000;

export function makeSocketHub(): SocketHub {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const pending = new Map<string, Pending>();
  const frozen = new WeakSet<WebSocket>();
  let opened = 0;
  let turn = 0;
  let refusedUntil = 0;

  const flush = () => {
    const open = [...server.clients].filter((client) => client.readyState === client.OPEN);
    for (const [id, one] of pending) {
      if (one.on !== undefined) continue;
      turn += 1;
      const client = open[turn % open.length];
      if (client === undefined) return;
      one.on = client;
      client.send(JSON.stringify(toFrame(id, one)));
      one.onSent();
    }
  };

  const settle = (id: string, payload: unknown) => {
    pending.get(id)?.settle(payload);
    pending.delete(id);
  };

  const forget = (client: WebSocket) => {
    for (const [id, one] of pending) {
      if (one.on !== client || one.envelope.type !== 'events_api') continue;
      pending.set(id, { envelope: one.envelope, onSent: one.onSent, settle: one.settle, retry: { attempt: (one.retry?.attempt ?? 0) + 1, reason: 'timeout' } });
    }
    flush();
  };

  const welcome = (client: WebSocket) => {
    opened += 1;
    const pinging = setInterval(() => client.ping(), pingEveryMs);
    client.on('close', () => {
      clearInterval(pinging);
      forget(client);
    });
    client.on('error', () => client.terminate());
    client.on('ping', (data) => {
      if (!frozen.has(client)) client.pong(data);
    });
    client.on('message', (data) => {
      if (frozen.has(client)) return;
      const { envelope_id: id, payload } = toFields(parseJson(String(data)));
      if (typeof id === 'string') settle(id, payload);
    });
    client.send(JSON.stringify({ type: 'hello', num_connections: server.clients.size, ...details() }));
    flush();
  };

  return {
    openTicket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const known = tickets.delete(new URL(request.url ?? '/', 'ws://gate').pathname.slice('/socket/'.length));
      if (!known || Date.now() < refusedUntil || server.clients.size >= limits.connections) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: (envelope, retry, onSent) => {
      if (envelope.type !== 'events_api' && server.clients.size === 0) return Promise.reject(new Error('dispatch_failed: the bot is not connected'));
      return new Promise((settle) => {
        pending.set(randomUUID(), { envelope, retry, onSent, settle });
        flush();
      });
    },
    connections: () => [...server.clients].filter((client) => client.readyState === client.OPEN).length,
    opened: () => opened,
    requestDisconnect: (reason) => {
      for (const client of server.clients) client.send(JSON.stringify({ type: 'disconnect', reason, ...details() }));
    },
    closeAbruptly: () => {
      for (const client of server.clients) client.terminate();
    },
    freeze: () => {
      for (const client of server.clients) frozen.add(client);
    },
    refuse: (ms) => {
      refusedUntil = Date.now() + ms;
    },
    stop: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function details() {
  return { connection_info: { app_id: app.appId }, debug_info: { host: 'gate', build_number: 1, approximate_connection_time: 18_060 } };
}

function toFrame(id: string, { envelope, retry }: Pending) {
  const event = envelope.type === 'events_api';
  const again = event ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' } : {};
  const responds = textField(envelope.payload, 'type') === 'view_submission' || envelope.type === 'slash_commands';
  return { envelope_id: id, type: envelope.type, payload: envelope.payload, accepts_response_payload: responds, ...again };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { answerApi } from './answer-api.ts';
import { answerResponseUrl } from './answer-response-url.ts';
import type { Fault } from './faults.ts';
import { takeUpload } from './file-methods.ts';
import type { Gate } from './gate.ts';
import { parseJson, toFields } from './json.ts';
import { readArguments } from './read-arguments.ts';
import type { SocketHub } from './socket-hub.ts';

export type GateServer = { readonly baseUrl: string; readonly serve: (gate: Gate) => void; readonly stop: () => Promise<void> };

type Answer = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> };

export async function startGateServer(hub: SocketHub): Promise<GateServer> {
  const server = createServer();
  server.on('upgrade', hub.upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}`,
    serve: (gate) => {
      server.on('request', (request, response) => void handle(gate, request, response));
    },
    stop: async () => {
      hub.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function handle(gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', gate.baseUrl);
  const [, place = '', name = ''] = url.pathname.split('/');
  const body = await buffer(request);
  const fault = gate.faults.take(place === 'response' ? 'response_url' : place === 'api' ? name : place);
  const { status, headers, body: said } = refuseFor(fault) ?? (await answer(gate, request, url, place, name, body));
  if (fault?.kind === 'slow') await delay(fault.ms, undefined, { ref: false });
  if (fault?.kind === 'lost answer') request.socket.destroy();
  response.writeHead(status, { 'content-type': said.startsWith('{') ? 'application/json' : 'text/plain', ...headers }).end(said);
}

function refuseFor(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === 'rate limit') {
    return { status: 429, headers: { 'retry-after': String(fault.retryAfterSeconds) }, body: JSON.stringify({ ok: false, error: 'ratelimited' }) };
  }
  if (fault?.kind === 'error') return { status: 200, body: JSON.stringify({ ok: false, error: fault.error }) };
  return fault?.kind === 'status' ? { status: fault.status, body: 'the local Slack was told to fail' } : undefined;
}

async function answer(gate: Gate, request: IncomingMessage, url: URL, place: string, name: string, body: Buffer): Promise<Answer> {
  const type = request.headers['content-type'] ?? '';
  if (place === 'upload') return { status: await takeUpload(gate, name, type, body), body: `OK - ${body.length}` };
  const said = body.toString('utf8');
  if (place === 'response') return answerResponseUrl(gate, name, toFields(parseJson(said)));
  if (place !== 'api') return { status: 404, body: 'no such page' };
  const given = readArguments(url, type, request.headers.authorization, said);
  return { status: 200, body: JSON.stringify(await answerApi(gate, name, given)) };
}

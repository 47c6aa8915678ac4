import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from './errors.ts';
import { describeError, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What it takes to serve people. */
export type Readiness = {
  /** Version of the data that answers; null while none is loaded. */
  readonly data: string | null;
  /** Of each platform that is configured, whether it is connected. */
  readonly platforms: Readonly<Record<string, boolean>>;
  /** Whether what happens is remembered. Questions are answered without. */
  readonly remembers: boolean;
  /** It has been told to stop. */
  readonly leaving: boolean;
};

export type HealthParts = {
  /** 0: any that is free. */
  readonly port: number;
  readonly host: string;
  readonly log: Log;
  readonly readiness: () => Readiness;
  readonly metrics: Pick<Metrics, 'expose'>;
};

export type Health = { readonly port: number; readonly close: () => Promise<void> };

type Page = () => Answer | Promise<Answer>;
type Pages = ReadonlyMap<string, Page>;
type Answer = { readonly status: number; readonly type: string; readonly body: string };

/**
 * Tells machines how the process is: `/healthz`, `/readyz`, `/metrics`.
 * @throws AppError `NO_HEALTH` where the port cannot be opened
 */
export async function startHealth({ port, host, log, readiness, metrics }: HealthParts): Promise<Health> {
  const pages: Pages = new Map<string, Page>([
    ['/healthz', () => plain(200, 'ok')],
    ['/readyz', () => tellReadiness(readiness())],
    ['/metrics', () => tellMetrics(metrics)],
  ]);
  const server = createServer((request, response) => void respond(request, response, pages, log));
  await listen(server, port, host);
  server.on('error', (error) => log.error({ error: describeError(error) }, 'health: the server failed'));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => close(server),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, pages: Pages, log: Log): Promise<void> {
  const { status, type, body } = await answer(request, pages, log);
  const allow = status === 405 ? { allow: 'GET, HEAD' } : {};
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', ...allow });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function answer({ method, url = '' }: IncomingMessage, pages: Pages, log: Log): Promise<Answer> {
  const page = pages.get(url.split('?')[0] ?? '');
  if (page === undefined) return plain(404, `There are ${[...pages.keys()].join(', ')}`);
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD');
  try {
    return await page();
  } catch (error) {
    log.error({ error: describeError(error) }, 'health: a page failed');
    return plain(500, 'This could not be told; the log says why');
  }
}

function tellReadiness({ data, platforms, remembers, leaving }: Readiness): Answer {
  const missing = Object.entries(platforms).flatMap(([name, connected]) => (connected ? [] : [name]));
  const waitingFor = [...(data === null ? ['data'] : []), ...missing];
  const ready = waitingFor.length === 0 && !leaving;
  const body = { ready, waitingFor, leaving, data, platforms, state: remembers ? 'remembered' : 'not remembered' };
  return { status: ready ? 200 : 503, type: 'application/json; charset=utf-8', body: `${JSON.stringify(body)}\n` };
}

async function tellMetrics(metrics: Pick<Metrics, 'expose'>): Promise<Answer> {
  const { contentType, text } = await metrics.expose();
  return { status: 200, type: contentType, body: text };
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new AppError('NO_HEALTH', `Health cannot be served at ${host}, port ${port}: ${explain(cause)}`, { cause });
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${error.code}` : 'no reason given';
  if (code === 'EADDRINUSE') return 'something else listens there. Give each process a HEALTH_PORT of its own';
  if (code === 'EACCES') return 'the process may not open that port. Set HEALTH_PORT to one above 1023';
  return `${code}. HEALTH_HOST has to be an address of this machine`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

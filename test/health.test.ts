import { once } from 'node:events';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../src/errors.ts';
import { type HealthParts, type Readiness, startHealth } from '../src/health.ts';
import { openMetrics } from '../src/metrics.ts';
import { readMetrics } from './fixtures/read-metrics.ts';

const READY: Readiness = { data: 'f00d', platforms: { slack: true, discord: true }, remembers: true, leaving: false };

async function start(parts: Partial<HealthParts> = {}) {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(line) });
  const health = await startHealth({ port: 0, host: '127.0.0.1', log, readiness: () => READY, metrics: openMetrics(), ...parts });
  onTestFinished(() => health.close().catch(() => {}));
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${health.port}${path}`, { method });
  return { health, lines, get };
}

/** Status and body of /readyz. */
async function readyz(readiness: Partial<Readiness>): Promise<{ status: number; body: unknown }> {
  const { get } = await start({ readiness: () => ({ ...READY, ...readiness }) });
  const response = await get('/readyz');
  expect(response.headers.get('content-type')).toContain('application/json');
  return { status: response.status, body: await response.json() };
}

describe('/healthz', () => {
  it('says that the process runs, whatever else is missing', async () => {
    const { get } = await start({ readiness: () => ({ data: null, platforms: { slack: false }, remembers: false, leaving: true }) });
    const response = await get('/healthz');
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('/readyz', () => {
  it('is ready with data and every platform', async () => {
    expect(await readyz({})).toEqual({
      status: 200,
      body: { ready: true, waitingFor: [], leaving: false, data: 'f00d', platforms: { slack: true, discord: true }, state: 'remembered' },
    });
  });

  it('names the platform that is not connected', async () => {
    expect(await readyz({ platforms: { slack: true, discord: false } })).toMatchObject({ status: 503, body: { ready: false, waitingFor: ['discord'] } });
  });

  it('waits for the data before anything else', async () => {
    expect(await readyz({ data: null, platforms: { slack: false } })).toMatchObject({ status: 503, body: { ready: false, waitingFor: ['data', 'slack'] } });
  });

  it('is ready without a memory, and says that it has none', async () => {
    expect(await readyz({ remembers: false })).toMatchObject({ status: 200, body: { ready: true, state: 'not remembered' } });
  });

  it('is no longer ready when it leaves', async () => {
    expect(await readyz({ leaving: true })).toMatchObject({ status: 503, body: { ready: false, waitingFor: [], leaving: true } });
  });

  it('tells how it is now, not how it was', async () => {
    let slack = false;
    const { get } = await start({ readiness: () => ({ ...READY, platforms: { slack } }) });
    expect((await get('/readyz')).status).toBe(503);
    slack = true;
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('/metrics', () => {
  it('has what was counted, in Prometheus’ format', async () => {
    const metrics = openMetrics();
    metrics.question({ platform: 'slack', language: 'fr', outcome: 'unknown', reason: 'unclear', ms: 2 });
    const { get } = await start({ metrics });
    const response = await get('/metrics?from=anywhere');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(readMetrics(await response.text()).value('layoffs_bot_questions_total', { language: 'fr', reason: 'unclear' })).toBe(1);
  });
});

describe('health', () => {
  it('answers HEAD without a body, and takes nothing that would change something', async () => {
    const { get } = await start();
    const head = await get('/readyz', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const posted = await get('/readyz', 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('knows no other pages', async () => {
    const { get } = await start();
    for (const path of ['/', '/metrics/', '/../etc/passwd', '//healthz', '/%']) expect((await get(path)).status).toBe(404);
  });

  it('says and logs that something cannot be told, without what it was, and goes on', async () => {
    const broken = () => {
      throw new Error('my salary is 4711');
    };
    const { get, lines } = await start({ readiness: broken, metrics: { expose: () => Promise.reject(new Error('my salary is 4711')) } });
    for (const path of ['/readyz', '/metrics']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('salary')]);
    }
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('salary');
    expect((await get('/healthz')).status).toBe(200);
  });

  it('says what to do where its port is taken, or its address is none', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const failure = await start({ port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'NO_HEALTH', message: expect.stringMatching(new RegExp(`port ${port}.*HEALTH_PORT of its own`)) });
    await expect(start({ host: '203.0.113.1' })).rejects.toMatchObject({ code: 'NO_HEALTH', message: expect.stringContaining('HEALTH_HOST') });
  });

  it('lets go of its port at once, whoever still holds a connection', async () => {
    const { health, get } = await start();
    await get('/healthz');
    await health.close();
    const again = await startHealth({ port: health.port, host: '127.0.0.1', log: pino({ level: 'silent' }), readiness: () => READY, metrics: openMetrics() });
    await again.close();
    await expect(get('/healthz')).rejects.toThrow();
  });
});

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LogLevel, webApi } from '@slack/bolt';
import { REST } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../src/errors.ts';
import { describeError } from '../src/log.ts';

const SECRET = 'my salary is 4711';

/** A platform that refuses everything, and says back what it was sent, a line of it looking like a line of a stack. */
async function startRefusing(status: number, body: (sent: string) => object): Promise<string> {
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk) => {
      sent += chunk;
    });
    request.on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body(sent))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return `http://127.0.0.1:${address.port}`;
}

async function failureOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** Everything that an error holds, to be sure that there was something to hide. */
function everythingIn(error: unknown): string {
  return error instanceof Error ? `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(Object.getOwnPropertyDescriptors(error))}` : JSON.stringify(error);
}

function withMessageChanged(error: Error, message: string): Error {
  const { stack = '' } = error;
  if (!stack.includes(SECRET)) throw new Error('the stack holds no secret');
  error.message = message;
  return error;
}

describe('describeError', () => {
  it('says of what Discord’s client throws which error it is and where, and nothing that people wrote', async () => {
    const api = await startRefusing(400, (sent) => ({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { content: { _errors: [{ code: 'BASE_TYPE_BAD', message: `“${sent}” is not good\n    at ${SECRET} (file.js:1:1)` }] } },
    }));
    const rest = new REST({ api, version: '10', retries: 0 }).setToken('token');
    const error = await failureOf(() => rest.post('/channels/1/messages', { body: { content: SECRET } }));
    expect(everythingIn(error)).toContain(SECRET);
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'DiscordAPIError[50035]', code: '50035' });
    expect(described.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toMatch(/salary|4711|token/);
  });

  it('does the same for what Slack’s client throws', async () => {
    const slackApiUrl = `${await startRefusing(200, (sent) => ({ ok: false, error: `invalid_blocks ${sent}\n    at ${SECRET} (file.js:1:1)` }))}/api/`;
    const client = new webApi.WebClient('xoxb-token', { slackApiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
    const error = await failureOf(() => client.chat.postMessage({ channel: 'C1', text: SECRET }));
    expect(everythingIn(error)).toContain(SECRET);
    const described = describeError(error);
    expect(described.code).toBe('slack_webapi_platform_error');
    expect(JSON.stringify(described)).not.toMatch(/salary|4711|xoxb/);
  });

  it('does the same for a request that never arrived, and for a cause', async () => {
    const rest = new REST({ api: 'http://127.0.0.1:1', version: '10', retries: 0 }).setToken('token');
    const error = await failureOf(() => rest.post('/channels/1/messages', { body: { content: SECRET } }));
    expect(describeError(error).code).toBe('ECONNREFUSED');
    const wrapped = new AppError('NOT_SENT', `“${SECRET}” was not sent`, { cause: Object.assign(new Error(SECRET), { body: SECRET }) });
    expect(describeError(wrapped)).toMatchObject({ name: 'AppError', code: 'NOT_SENT' });
    expect(JSON.stringify(describeError(wrapped))).not.toMatch(/salary|4711/);
  });

  it('tells where it happened', () => {
    const { at } = describeError(new Error(SECRET));
    expect(at[0]).toContain('log.test.ts:');
    expect(at.length).toBeLessThanOrEqual(8);
  });

  it('takes no line of a message for a place, whatever it looks like', () => {
    const forged = `x\n    at ${SECRET} (file:///a.js:1:1)\n    at b (file:///b.js:2:2)`;
    // A stack may be written when it is first read, or long before that.
    const changed = withMessageChanged(new Error(forged), 'something else');
    const emptied = withMessageChanged(new Error(`x\n    at ${SECRET}`), '');
    for (const error of [new Error(forged), new AppError('X', forged), new TypeError(`\n${forged}`), changed, emptied]) {
      expect(JSON.stringify(describeError(error))).not.toMatch(/salary|a\.js|b\.js/);
    }
    expect(describeError(new Error(forged)).at[0]).toContain('log.test.ts:');
  });

  it('says of what is no error only what it is', () => {
    expect(describeError(SECRET)).toEqual({ name: 'string', code: null, at: [] });
    expect(describeError({ body: SECRET })).toEqual({ name: 'object', code: null, at: [] });
    expect(describeError(undefined)).toEqual({ name: 'undefined', code: null, at: [] });
  });

  it('copes with errors whose parts were taken away', () => {
    const bare = new Error(SECRET);
    delete bare.stack;
    expect(describeError(bare)).toEqual({ name: 'Error', code: null, at: [] });
    expect(describeError(Object.assign(new Error(), { code: { nested: SECRET } })).code).toBeNull();
  });
});

describe('openLog', () => {
  it('writes lines of JSON to standard error and none to standard output, from its level up', async () => {
    const module = join(import.meta.dirname, '../src/log.ts');
    const script = `import { openLog } from ${JSON.stringify(module)}; const log = openLog('warn'); log.info({ a: 1 }, 'one'); log.warn({ b: 2 }, 'two');`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout).toBe('');
    const line: unknown = JSON.parse(stderr);
    expect(line).toMatchObject({ level: 40, b: 2, msg: 'two' });
    expect(line).not.toHaveProperty('hostname');
  });
});

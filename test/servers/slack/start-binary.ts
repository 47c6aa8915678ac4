import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fields, parseJson, toFields } from './json.ts';
import { findLocalSlack, localSlackMissing } from './local-slack-binary.ts';
import { allChannels, allPeople, app } from './workspace.ts';

/** The throwaway Slack behind the gate: it keeps what is posted and draws it. */
export type Binary = {
  readonly pageUrl: string;
  readonly api: (method: string, args: Fields, token?: string) => Promise<Fields>;
  readonly control: (path: string, body: Fields) => Promise<Fields>;
  readonly stop: () => Promise<void>;
};

const confined = 'listens on 127.0.0.1 only';

/**
 * local-slack has no option for the address that it listens on. It is built by Bun, and what Bun compiles reads the bunfig.toml of its working folder,
 * which can name a script to run first: ours gives `Bun.serve` the address, and ends the process when its standard input closes, that is, with the tests.
 */
const firstScript = `
const serve = Bun.serve;
Bun.serve = (options) => serve({ ...options, hostname: '127.0.0.1' });
process.stdin.on('end', () => process.exit(0)).resume();
console.log('${confined}');
`;

export async function startBinary(): Promise<Binary> {
  const path = findLocalSlack();
  if (path === undefined) throw new Error(localSlackMissing());
  const folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
  await writeFile(join(folder, 'config.json'), JSON.stringify(configuration()));
  await writeFile(join(folder, 'bunfig.toml'), 'preload = ["./first.js"]\n');
  await writeFile(join(folder, 'first.js'), firstScript);
  const options = ['--config', 'config.json', '--port', '0', '--base-host', '127.0.0.1', '--files-dir', join(folder, 'files')];
  const child = spawn(path, options, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const pageUrl = await readAddress(child);
    return { pageUrl, stop, api: callApi(pageUrl), control: (path, body) => post(`${pageUrl}/_control/${path}`, body, {}) };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function configuration(): Fields {
  return {
    workspace: { name: 'Local', domain: app.teamDomain, teamId: app.teamId },
    app: { ...app, mode: 'socket' },
    users: allPeople.map(({ id, name, role }) => ({ id, name, real_name: name, is_bot: role === 'bot' })),
    channels: allChannels.map(({ id, name, isPrivate, members }) => ({ id, name, is_private: isPrivate, members })),
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const piece of child.stdout ?? []) {
    said += String(piece);
    const address = /Web UI:\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
    if (address === undefined) continue;
    if (!said.includes(confined)) throw new Error('local-slack would listen on every interface: it did not run the script that stops it from that');
    return address;
  }
  throw new Error(`local-slack ended before it listened; it said: ${said}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function callApi(pageUrl: string): Binary['api'] {
  return (method, args, token = app.botToken) => post(`${pageUrl}/api/${method}`, args, { authorization: `Bearer ${token}` });
}

async function post(url: string, body: Fields, headers: Record<string, string>): Promise<Fields> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return toFields(parseJson(await response.text()));
}

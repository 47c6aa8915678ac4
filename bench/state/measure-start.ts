import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startLocalDiscord } from '../../test/servers/discord/local-discord.ts';

const ROOT = join(import.meta.dirname, '../..');
const WITHIN_MS = 60_000;

/** Milliseconds since the process was started. */
export type StartTimes = {
  /** Connected, so that questions are answered. */
  readonly answers: number;
  /** The database is open and up to date, too. */
  readonly remembers: number;
};

const line = z.looseObject({ msg: z.string() });

/** `npm start` with a token of Discord, until it says that it is connected and that what it remembers is open. */
export async function measureStart(stateFolder: string): Promise<StartTimes> {
  const discord = await startLocalDiscord({ openApiFile: '' });
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
    env: { PATH: process.env['PATH'], DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, STATE_FOLDER: stateFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
  const seen = new Map<string, number>();
  try {
    for await (const text of createInterface({ input: child.stderr })) {
      seen.set(line.parse(JSON.parse(text)).msg, performance.now() - began);
      if (seen.has('connected') && seen.has('what is remembered is open')) break;
    }
  } finally {
    clearTimeout(timer);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    await discord.stop();
  }
  return { answers: seen.get('connected') ?? Number.NaN, remembers: seen.get('what is remembered is open') ?? Number.NaN };
}

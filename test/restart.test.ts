import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';
import { seenText } from './adapters/discord/seen-text.ts';
import { writeSmallProject } from './fixtures/small-project.ts';
import { startLocalDiscord } from './servers/discord/local-discord.ts';

const QUESTION = 'how many people does Borel lay off';

/** `npm start` again and again on one folder. */
async function startDesk() {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.stop());
  const { folder } = writeSmallProject();
  const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_GUILD_ID: discord.guildId };
  const { people, world } = discord;
  return {
    folder,
    start: () => {
      const child = spawn(process.execPath, [join(PROJECT_ROOT, 'src/main.ts')], {
        env: { PATH: process.env['PATH'], DATA_FOLDER: folder, ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      let log = '';
      child.stderr.on('data', (chunk) => {
        log += String(chunk);
      });
      return {
        child,
        log: () => log,
        logged: async (words: string) => {
          for (const end = Date.now() + 30_000; !log.includes(words); await new Promise((resolve) => setTimeout(resolve, 25))) {
            if (Date.now() > end || child.exitCode !== null) throw new Error(`“${words}” was not logged in time:\n${log}`);
          }
        },
      };
    },
    ask: async () => {
      const asked = people.sendMessage({ author: world.member, content: `<@${discord.botUser.id}> ${QUESTION}` });
      return seenText((await asked.answer()).message);
    },
  };
}

describe('npm start', () => {
  it('comes up with what was applied last, although it was killed and its files were broken since', { timeout: 120_000 }, async () => {
    const { folder, start, ask } = await startDesk();
    const file = join(folder, 'data/facts/borel.yaml');
    const sound = readFileSync(file, 'utf8').replace('Borel lays off about 250 people', 'Borel is laying off about 250 people');
    const first = start();
    await first.logged('connected');
    await first.logged('what is remembered is open');
    writeFileSync(file, sound);
    first.child.kill('SIGHUP');
    await first.logged('"msg":"reloaded"');
    const version = /"to":"(\w+)"[^\n]*"msg":"reloaded"/.exec(first.log())?.[1];
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    writeFileSync(file, '{{{');

    const second = start();
    await second.logged('connected');
    expect(second.log()).toMatch(
      new RegExp(`"level":50[^\n]*"version":"${version}"[^\n]*data/facts/borel\\.yaml[^\n]*the version that was applied last goes on`),
    );
    expect(await ask()).toContain('Borel is laying off about 250 people');
    writeFileSync(file, sound.replace('is laying off', 'has laid off'));
    second.child.kill('SIGHUP');
    await second.logged('"msg":"reloaded"');
    expect(await ask()).toContain('Borel has laid off about 250 people');
  });

  it('ends where files are broken and nothing was ever applied', { timeout: 60_000 }, async () => {
    const { folder, start } = await startDesk();
    writeFileSync(join(folder, 'data/facts/borel.yaml'), '{{{');
    const { child, log } = start();
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(log()).toContain('The data cannot be used');
  });
});

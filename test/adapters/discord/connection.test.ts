import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { explainLoginError } from '../../../src/adapters/discord/explain-login-error.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { seenText } from './seen-text.ts';
import { type LayoffsOptions, startLayoffs } from './start-layoffs.ts';

const QUESTION = 'how many people work at Acme now';
const ANSWER = 'Acme has 2,000 people';

/** On two invented companies, so that it starts at once. */
async function startSmall(options: LayoffsOptions = {}) {
  const { bot } = await startBot(writeSmallProject().folder);
  return startLayoffs({ bot, ...options });
}

type Started = Awaited<ReturnType<typeof startSmall>>;

async function expectAnswer({ people, ada, mention }: Started): Promise<void> {
  const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
  expect(seenText(message)).toContain(ANSWER);
}

describe('the connection', () => {
  it('asks for no privileged intent and says when it is there', async () => {
    const started = await startSmall();
    expect(started.platform.connected()).toBe(false);
    await started.platform.ready;
    expect(started.platform.connected()).toBe(true);
    expect(started.discord.gateway.identified).toEqual([1 | (1 << 9) | (1 << 12)]);
    await started.platform.stop();
    expect(started.platform.connected()).toBe(false);
  });

  it('rejects a wrong token with what to do', async () => {
    const { platform, expectRefused, lines, discord } = await startSmall({ token: 'wrong' });
    expectRefused(0);
    await expect(platform.ready).rejects.toMatchObject({ name: 'AppError', code: 'DISCORD_TOKEN', message: expect.stringContaining('DISCORD_TOKEN') });
    expect(platform.connected()).toBe(false);
    expect(JSON.stringify(lines)).not.toContain('wrong');
    expect(discord.requests.filter(({ path }) => path === '/gateway/bot').length).toBeLessThan(2);
  });

  it('rejects intents that were not granted', async () => {
    const { platform } = await startSmall({ client: { intents: 1 << 15 } });
    await expect(platform.ready).rejects.toMatchObject({ code: 'DISCORD_INTENTS' });
  });

  it('is tried again where the gateway is shut at the start', async () => {
    const started = await startSmall({ prepare: ({ gateway }) => gateway.refuse('reset') });
    expect(started.platform.connected()).toBe(false);
    setTimeout(() => started.discord.gateway.accept(), 700);
    await started.platform.ready;
    await expectAnswer(started);
  });

  it.each([{ closedMs: 1_000 }, { broken: 3 }])('is tried again, later and later, where Discord cannot be reached at the start: %o', async (door) => {
    const started = await startSmall({ client: { rest: { retries: 0 } }, door });
    await started.platform.ready;
    const tries = started.lines.filter(({ msg }) => msg === 'discord: cannot connect');
    expect(tries.length).toBeGreaterThanOrEqual(3);
    await expectAnswer(started);
  });

  it('can be stopped while it is tried', async () => {
    const { platform } = await startSmall({ apiUrl: 'http://127.0.0.1:9/api' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await platform.stop();
    await expect(platform.ready).rejects.toThrow('stopped');
  });

  it('answers what was asked while it was asked to connect anew (op 7)', async () => {
    const started = await startSmall();
    await started.platform.ready;
    started.discord.gateway.askToReconnect();
    await started.discord.waitUntil('disconnected', () => !started.discord.gateway.ready);
    await expect.poll(() => started.platform.connected()).toBe(false);
    await expectAnswer(started);
    expect(started.discord.gateway).toMatchObject({ resumed: 1, identified: { length: 1 } });
    expect(started.platform.connected()).toBe(true);
  });

  it.each([true, false])('goes on after an invalid session (op 9), resumable: %s', async (resumable) => {
    const started = await startSmall();
    await started.platform.ready;
    started.discord.gateway.invalidateSessions(resumable);
    await started.discord.waitUntil('back', () => started.discord.gateway.resumed + started.discord.gateway.identified.length === 2);
    await expectAnswer(started);
  });

  it('leaves a zombie, and comes back', async () => {
    const started = await startSmall({ heartbeatIntervalMs: 80 });
    await started.platform.ready;
    started.discord.gateway.acknowledging = false;
    await started.discord.waitUntil('given up', () => started.discord.gateway.closeCodes.length > 0);
    started.discord.gateway.acknowledging = true;
    await started.discord.waitUntil('resumed', () => started.discord.gateway.resumed > 0);
    await expectAnswer(started);
  });

  it('answers, once, what was asked while it was broken', async () => {
    const started = await startSmall();
    await started.platform.ready;
    started.discord.gateway.refuse();
    started.discord.gateway.drop();
    const asked = started.people.sendMessage({ author: started.ada, content: `${started.mention} ${QUESTION}` });
    setTimeout(() => started.discord.gateway.accept(), 600);
    await asked.answer();
    await started.people.silence(started.world.general, 200);
    expect(await asked.answers(1)).toHaveLength(1);
  });

  it('waits as long as Discord asks (429), and loses no answer', async () => {
    const started = await startSmall();
    await started.platform.ready;
    started.discord.faults.next(1, { kind: 'rate-limit', retryAfter: 0.3 }, /POST \/channels/);
    started.discord.faults.next(1, { kind: 'rate-limit', retryAfter: 0.3 }, /callback/);
    const outcome = started.run('ask', { options: { question: QUESTION } });
    await expectAnswer(started);
    expect(seenText((await outcome).message)).toContain(ANSWER);
    expect(started.lines.filter(({ msg }) => msg === 'discord: asked to slow down').length).toBeGreaterThan(0);
  });

  it('answers once although the response of Discord is lost, or an event comes again', async () => {
    const started = await startSmall();
    await started.platform.ready;
    started.discord.faults.next(1, { kind: 'lost-response' }, /POST \/channels/);
    const asked = started.people.sendMessage({ author: started.ada, content: `${started.mention} ${QUESTION}`, eventCopies: 3 });
    await asked.answer();
    await started.people.silence(started.world.general, 200);
    expect(await asked.answers(1)).toHaveLength(1);
    await started.run('ask', { options: { question: QUESTION }, eventCopies: 3 });
    await started.run('reload', { user: started.world.manager, eventCopies: 2 });
    expect(started.discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
  });

  it('is closed without a word to anybody who asks afterwards', async () => {
    const { platform, people, ada, mention, discord } = await startSmall();
    await platform.ready;
    await platform.stop();
    await discord.waitUntil('gone', () => discord.gateway.connections === 0);
    await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).silence(200);
  });
});

describe('what Discord does not let the bot do', () => {
  it('leads to a direct message where it may not write', async () => {
    const { platform, people, ada, mention, world, discord, expectRefused } = await startSmall();
    expectRefused(50_013);
    await platform.ready;
    discord.forbid(world.general);
    people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` });
    const [message] = await people.waitForMessages(world.dm(ada), 1);
    expect(seenText(message)).toContain(ANSWER);
  });

  it('is logged where it may not write to the person either', async () => {
    const { platform, people, ada, mention, world, discord, expectRefused, lines } = await startSmall();
    expectRefused(50_013, 50_007);
    await platform.ready;
    discord.forbid(world.general);
    discord.forbid(world.dm(ada));
    await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).silence(300);
    await people.sendMessage({ author: ada, content: QUESTION, channel: world.dm(ada) }).silence(300);
    expect(lines.filter(({ level }) => level === 50)).toEqual([]);
    expect(lines.filter(({ level }) => level === 40).length).toBe(3);
    expect(JSON.stringify(lines)).not.toContain('Acme');
  });

  it('is logged where an interaction is gone', async () => {
    const { platform, run, expectRefused, lines } = await startSmall({ deadlineMs: 0 });
    expectRefused(10_062);
    await platform.ready;
    await run('ask', { options: { question: QUESTION } });
    await expect.poll(() => lines.filter(({ level }) => level === 40)).toMatchObject([{ msg: 'too late to answer', error: { code: '10062' } }]);
  });

  it('is told with an id where it fails for no known reason', async () => {
    const { platform, people, ada, mention, discord, lines } = await startSmall({ client: { rest: { retries: 0 } } });
    await platform.ready;
    discord.faults.next(1, { kind: 'status', status: 500 }, /POST \/channels/);
    const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
    const id = /noted under ([0-9a-f]{8})/.exec(seenText(message))?.[1];
    expect(lines.find(({ level }) => level === 50)).toMatchObject({ id });
  });

  it('asks too much of the bot only for a minute', async () => {
    const { platform, people, ada, world, passMinute } = await startSmall();
    await platform.ready;
    const channel = world.dm(ada);
    for (let count = 0; count < 20; count += 1) await people.sendMessage({ author: ada, content: QUESTION, channel }).answer();
    const refused = await people.sendMessage({ author: ada, content: QUESTION, channel }).answer();
    expect(seenText(refused.message)).toContain('faster than I read');
    passMinute();
    const { message } = await people.sendMessage({ author: ada, content: QUESTION, channel }).answer();
    expect(seenText(message)).toContain(ANSWER);
  });
});

describe('explainLoginError', () => {
  it('leaves alone what may pass', () => {
    const body = { code: 0, message: 'x' };
    const error = (status: number) => new DiscordAPIError(body, 0, status, 'GET', '/gateway/bot', { files: undefined, body: undefined });
    expect(explainLoginError(error(503))).toBeNull();
    expect(explainLoginError(new Error('connect ECONNREFUSED'))).toBeNull();
    expect(explainLoginError('odd')).toBeNull();
    expect(explainLoginError(error(401))).toMatchObject({ code: 'DISCORD_TOKEN' });
  });
});

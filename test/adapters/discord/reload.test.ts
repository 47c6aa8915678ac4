import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import type { LocalDiscord } from '../../servers/discord/local-discord.ts';
import { seenText } from './seen-text.ts';
import { type LayoffsOptions, labelsOf, startLayoffs } from './start-layoffs.ts';

const QUESTION = 'how many people work at Acme now';

/** A bot on two invented companies, whose files may be rewritten. */
async function startSmall(options: LayoffsOptions = {}) {
  const { folder } = writeSmallProject();
  const { bot } = await startBot(folder);
  const started = await startLayoffs({ bot, ...options });
  await started.platform.ready;
  const rewrite = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  };
  const tell = async () => seenText((await started.run('ask', { options: { question: QUESTION } })).message);
  return { ...started, rewrite, tell, version: bot.library.version };
}

describe('reload', () => {
  it('shows an admin alone what would change, and changes it when Apply is pressed', async () => {
    const { run, press, world, rewrite, tell, bot, version, lines } = await startSmall();
    rewrite('data/facts/acme.yaml', 'Acme has 2,000 people.', 'Acme now has 2,000 people.');
    const { message, response } = await run('reload', { user: world.manager });
    expect({ response, viewer: message?.viewer }).toEqual({ response: 'deferred message', viewer: world.manager.id });
    expect(seenText(message)).toMatch(/until you apply it[\s\S]*Facts[\s\S]*changed \(1\): acme-after/);
    expect(labelsOf(message)).toEqual(['Apply', 'Cancel']);
    expect(await tell()).not.toContain('now has');
    const applied = await press(message, 'Apply', world.manager);
    expect(applied.response).toBe('update');
    expect(seenText(applied.message)).toContain(`Applied: version ${version} → ${bot.library.version}`);
    expect(labelsOf(applied.message)).toEqual([]);
    expect(await tell()).toContain('now has');
    expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('changes nothing when Cancel is pressed, in the admin’s language', async () => {
    const { run, press, world, rewrite, tell, version } = await startSmall();
    rewrite('data/facts/acme.yaml', 'Acme has 2,000 people.', 'Acme now has 2,000 people.');
    const { message } = await run('reload', { user: world.owner, locale: 'fr' });
    const cancelled = await press(message, 'Annuler', world.owner, 'fr');
    expect(seenText(cancelled.message)).toContain(`je continue avec la version ${version}`);
    expect(await tell()).not.toContain('now has');
  });

  it('does both at once where that is asked for', async () => {
    const { run, world, rewrite, tell } = await startSmall();
    rewrite('data/facts/acme.yaml', 'Acme has 2,000 people.', 'Acme now has 2,000 people.');
    const { message } = await run('reload', { user: world.manager, options: { apply: true } });
    expect(seenText(message)).toContain('Reloaded: version');
    expect(await tell()).toContain('now has');
  });

  it('lists every problem, each with its place, and changes nothing', async () => {
    const { run, world, rewrite, tell, version } = await startSmall();
    rewrite('data/facts/borel.yaml', 'licencie environ 250 personnes, soit', 'licencie environ 250 personnes soit');
    rewrite('data/gaps/acme.yaml', 'nearest: [acme-fall]', 'nearest: [acme-rise]');
    const { message } = await run('reload', { user: world.manager });
    expect(seenText(message)).toContain(`there are 2 problems. I go on with version ${version}`);
    expect(seenText(message)).toMatch(/data\/facts\/borel\.yaml:\d+:\d+[\s\S]*data\/gaps\/acme\.yaml:\d+:\d+ .*acme-rise/);
    expect(labelsOf(message)).toEqual([]);
    expect(await tell()).toContain('Acme has 2,000 people');
  });

  it('splits many problems at their borders', async () => {
    const { run, world, rewrite, discord } = await startSmall();
    const broken = Array.from({ length: 40 }, (_, at) => `no-such-fact-${at}`);
    const gaps = broken.map(
      (name, at) => `- id: gap-${at}\n  company: acme\n  topic: jobs-cut\n  statement: {en: No ${at}., fr: Non ${at}.}\n  nearest: [${name}]\n`,
    );
    rewrite('data/gaps/acme.yaml', '- id: gap-acme-why', `${gaps.join('\n')}\n- id: gap-acme-why`);
    const { message, interactionId } = await run('reload', { user: world.manager });
    const parts = () => [message, ...discord.outcome(interactionId).followUps];
    await expect.poll(() => parts().map(seenText).join('\n')).toContain('[39.phrasings]');
    expect(parts().length).toBeGreaterThan(1);
    expect(parts().map((part) => part?.viewer)).toEqual(parts().map(() => world.manager.id));
    for (const at of broken.keys()) expect(parts().map(seenText).join('\n')).toContain(`[${at}.phrasings]`);
  });

  it('is refused, in private, to whoever may not, and that is logged', async () => {
    const { run, press, ada, world, tell, rewrite, lines, people } = await startSmall();
    rewrite('data/facts/acme.yaml', 'Acme has 2,000 people.', 'Acme now has 2,000 people.');
    const { message } = await run('reload', { options: { apply: true } });
    expect(message?.viewer).toBe(ada.id);
    expect(seenText(message)).toContain('only for those who look after this bot');
    const direct = await people.sendMessage({ author: world.manager, content: 'reload apply:true', channel: world.dm(world.manager) }).answer();
    expect(seenText(direct.message)).toContain('only for those who look after this bot');
    expect(await tell()).not.toContain('now has');
    expect(lines.filter(({ msg }) => msg === 'refused: not an admin')).toMatchObject([
      { person: `discord:${ada.id}` },
      { person: `discord:${world.manager.id}` },
    ]);
    // A button is checked as well: the right to manage the server may have gone since.
    const { message: offered } = await run('reload', { user: world.manager });
    const former = { ...world.manager, permissions: ada.permissions };
    const pressed = await press(offered, 'Apply', former);
    expect(seenText(pressed.message)).toContain('Only those who look after this bot');
    expect(await tell()).not.toContain('now has');
  });

  it.each(['', 'discord:'])('is for those who are listed as "%s<id>", everywhere', async (prefix) => {
    let id = '';
    const admins = new Proxy([''], { get: (list, key) => (key === Symbol.iterator ? () => [`${prefix}${id}`].values() : Reflect.get(list, key)) });
    const prepare = ({ world: { member } }: LocalDiscord) => {
      id = member.id;
    };
    const { run, ada, world } = await startSmall({ admins, prepare });
    const { message } = await run('reload', { user: ada });
    expect(seenText(message)).toContain('Reloaded: nothing has changed');
    const direct = await run('reload', { user: ada, channel: world.dm(ada) });
    expect(direct.message?.viewer).toBe(ada.id);
  });

  it('that fails unforeseen says so with an id, and disturbs nothing', async () => {
    const { bot } = await startBot(writeSmallProject().folder, 'en', () => Promise.reject(new Error('the disk is on fire')));
    const { run, world, platform, lines } = await startLayoffs({ bot });
    await platform.ready;
    const { message } = await run('reload', { user: world.manager });
    const id = /noted under ([0-9a-f]{8})/.exec(seenText(message))?.[1];
    expect(lines.find(({ level }) => level === 50)).toMatchObject({ id, msg: 'a request failed' });
    expect(JSON.stringify(lines)).not.toContain('on fire');
    const { message: next } = await run('ask', { options: { question: QUESTION } });
    expect(seenText(next)).toContain('Acme has 2,000 people');
  });
});

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { append, type Change, put, replace, writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import type { LocalSlack } from '../../servers/slack/start-local-slack.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { buttonsOf, expectClean, first, MENTION, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const admin = people.admin.id;
const CHANGED = replace(
  'data/facts/borel.yaml',
  'en: Borel lays off about 250 people, 30% of its workforce.',
  'en: Borel is laying off some 250 people, 30% of its workforce.',
);
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`reload in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let current: LocalSlack | null = null;
  afterEach(() => {
    if (current !== null) expectClean(current);
    current = null;
  });

  /** A bot on a small project, whose files can be changed while it runs. */
  async function startSmall(admins: readonly string[] = []) {
    const { folder } = writeSmallProject();
    const started = await startSlackBot({ given: await startBot(folder), admins });
    onTestFinished(started.stop);
    current = started.slack;
    const change = (...changes: readonly Change[]) => cpSync(writeSmallProject(...changes).folder, folder, { recursive: true });
    const reload = (user: string, options = '') => started.slack.slash({ user, channel: general, text: `/layoffs reload ${options}` });
    return { ...started, folder, change, reload };
  }

  it('shows an admin the difference privately; Apply goes over to it', async () => {
    const { bot, change, reload, slack } = await startSmall();
    const from = bot.library.version;
    change(CHANGED);
    const { ephemerals, messages } = await reload(admin);
    expect(messages).toEqual([]);
    const message = first(ephemerals);
    expect(shown(message.blocks)).toContain('borel-cut');
    expect(buttonsOf(message)).toEqual(['Apply', 'Cancel']);
    expect(bot.library.version).toBe(from);
    const { updates } = await slack.pressButton({ user: admin, message, text: 'Apply' });
    expect(first(updates).text).toBe(`Applied: version ${from} → ${bot.library.version}.`);
    expect(buttonsOf(first(updates))).toEqual([]);
    expect(bot.library.version).not.toBe(from);
  });

  it('leaves everything as it is on Cancel', async () => {
    const { bot, change, reload, slack } = await startSmall();
    const from = bot.library.version;
    change(CHANGED);
    const message = first((await reload(people.owner.id)).ephemerals);
    const { updates } = await slack.pressButton({ user: people.owner.id, message, text: 'Cancel' });
    expect(first(updates).text).toContain(from);
    expect(bot.library.version).toBe(from);
    const again = await slack.pressButton({ user: people.owner.id, message, text: 'Apply' });
    expect(first(again.updates).text).toContain('Nothing applied');
  });

  it('does both at once where that is asked for', async () => {
    const { bot, change, reload } = await startSmall();
    const from = bot.library.version;
    change(CHANGED);
    const { ephemerals } = await reload(admin, 'apply:true');
    expect(first(ephemerals).text).toContain(from);
    expect(bot.library.version).not.toBe(from);
  });

  it('refuses a member privately, in a mention too', async () => {
    const { bot, change, reload, slack } = await startSmall();
    const from = bot.library.version;
    change(CHANGED);
    const { ephemerals } = await reload(people.member.id, 'apply:true');
    expect(first(ephemerals).text).toContain('look after');
    const mention = await slack.say({ user: people.member.id, channel: general, text: `${MENTION} reload apply:true` });
    expect(mention.messages).toEqual([]);
    expect(mention.ephemerals).toMatchObject([{ visibleTo: people.member.id, threadTs: undefined }]);
    expect(bot.library.version).toBe(from);
  });

  it('lets only an admin press Apply, and asks Slack each minute who is one', async () => {
    const { bot, change, reload, slack } = await startSmall();
    const from = bot.library.version;
    change(CHANGED);
    const message = first((await reload(admin)).ephemerals);
    const { ephemerals } = await slack.pressButton({ user: people.member.id, message, text: 'Apply' });
    expect(first(ephemerals).text).toContain('look after');
    expect(bot.library.version).toBe(from);
    expect(slack.records.calls.filter(({ method, args }) => method === 'users.info' && args['user'] === admin)).toHaveLength(1);
  });

  it.each([people.member.id, `slack:${people.member.id}`])('obeys whoever is listed as an admin: %s', async (listed) => {
    const { reload } = await startSmall([listed]);
    const { ephemerals } = await reload(people.member.id, 'apply:true');
    expect(first(ephemerals).text).toContain('nothing has changed');
  });

  it('lists problems with their places, and changes nothing', async () => {
    const { bot, change, reload, folder } = await startSmall();
    const from = bot.library.version;
    change(append('data/topics.yaml', '\n- id: broken\n'));
    const { ephemerals } = await reload(admin, 'apply:true');
    expect(first(ephemerals).text).toContain(`I go on with version ${from}`);
    expect(shown(first(ephemerals).blocks)).toMatch(/data\/topics\.yaml:\d+/);
    writeFileSync(join(folder, 'data/topics.yaml'), '{{{');
    expect(first((await reload(admin)).ephemerals).text).toContain(`I go on with version ${from}`);
    expect(bot.library.version).toBe(from);
  });

  it('lists hundreds of problems in several messages, within what Slack takes', async () => {
    const { change, reload } = await startSmall();
    const broken = Array.from(
      { length: 400 },
      (_, at) => `- id: broken-${at}\n  kind: nonsense\n  name: {en: A rather long name to make a long line, fr: Un nom}\n`,
    );
    change(append('data/entities.yaml', `\n${broken.join('\n')}`), put('data/gaps/none.yaml', '[]\n'));
    const { ephemerals } = await reload(admin);
    expect(ephemerals.length).toBeGreaterThan(1);
    expect(ephemerals.length).toBeLessThanOrEqual(5);
    expect(shown(first(ephemerals.slice(-1)).blocks)).toContain('data ');
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { createRest } from '../../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../../src/adapters/discord/start-discord.ts';
import { startLocalDiscord } from '../../servers/discord/local-discord.ts';
import { controls, type Message } from '../../servers/discord/message.ts';
import { LOG_IN_AT_ONCE } from '../../servers/discord/start-client.ts';
import { SILENT } from '../../state/open-state.ts';
import { startWithHumans } from '../start-with-humans.ts';
import { seenText } from './seen-text.ts';
import { labelsOf, present } from './start-layoffs.ts';

const UNKNOWN = 'Who runs the canteen at Borel?';

async function start() {
  const discord = await startLocalDiscord();
  onTestFinished(discord.stop);
  const { world, people } = discord;
  const editors = world.addChannel('editors');
  const { bot, reception, connect } = await startWithHumans(editors.id);
  const settings = { token: discord.token, apiUrl: discord.apiUrl, guildId: null, shards: null, shardCount: null };
  await publishCommands({ rest: createRest(settings), applicationId: discord.applicationId, guildId: null, commands: bot.commands });
  await connect(startDiscord({ bot, reception, settings, log: SILENT, admins: new Set(), options: LOG_IN_AT_ONCE }));
  const newest = (id: string) => present(discord.versions(id).at(-1));
  return {
    ...{ discord, world, people, editors, ada: world.member, eve: world.owner },
    question: async () => newest(present((await people.waitForMessages(editors, 1))[0]).id),
    newest,
    idOf: (label: string, message: Message) => present(present(controls(message).find((control) => control.label === label)).custom_id),
  };
}

describe('questions for humans in Discord', () => {
  it('asked in a channel are taken by a button, answered by a reply, and the answer comes below the question', async () => {
    const { discord, people, world, editors, ada, eve, question, newest, idOf } = await start();
    const sent = people.sendMessage({ author: ada, content: `<@${discord.botUser.id}> ${UNKNOWN}` });
    const { message: abstention } = await sent.answer();
    const pressed = await people.pressButton({ user: ada, message: abstention, customId: idOf('Ask a human', abstention) });
    expect(pressed.message).toMatchObject({ viewer: ada.id, content: expect.stringContaining('A human will look at your question') });
    const posted = await question();
    expect(posted.content).toContain(`[Where it was asked](<https://discord.com/channels/${discord.guildId}/${world.general.id}/${sent.message.id}>)`);
    expect(labelsOf(posted)).toEqual(['Take', 'Answer…', 'Close']);
    await people.pressButton({ user: eve, channel: editors, message: posted, customId: idOf('Take', posted) });
    expect(seenText(newest(posted.id))).toContain(`taken by ${eve.name}`);
    people.sendMessage({ author: eve, channel: editors, content: 'Mr *Smith*, @everyone.', replyTo: posted });
    await expect.poll(() => discord.pings).toHaveLength(1);
    const answer = present(discord.messages(world.general.id).at(-1));
    expect(answer).toMatchObject({ replyTo: sent.message.id });
    expect(seenText(answer)).toMatch(/A human of the team answers:\n+Mr \*Smith\*, @everyone\.$/);
    expect(discord.pings).toEqual([{ messageId: answer.id, kind: 'replied user', id: ada.id }]);
    await expect.poll(() => seenText(newest(posted.id))).toContain('answered by');
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('asked privately are answered with a form, by name, in a direct message', async () => {
    const { discord, people, world, editors, ada, eve, question, newest, idOf } = await start();
    const asked = await people.command({ user: ada, name: 'layoffs', subcommand: 'ask', options: { question: UNKNOWN } });
    const abstention = present(asked.message);
    await people.pressButton({ user: ada, message: abstention, customId: idOf('Ask a human', abstention) });
    const posted = await question();
    expect(seenText(posted)).toContain('Asked in private.');
    const shownBy = await people.pressButton({ user: eve, channel: editors, message: posted, customId: idOf('Answer…', posted) });
    await people.submitModal({ user: eve, channel: editors, shownBy, fields: { text: 'Mr Smith.', sign: ['name'] } });
    expect(seenText(newest(posted.id))).toContain('answered by');
    const [answer] = await people.waitForMessages(world.dm(ada), 1);
    expect(seenText(present(answer))).toMatch(/, of the team, answers:[\s\S]*You asked: “Who runs the canteen at Borel\?”[\s\S]*Mr Smith\.$/);
    expect([discord.rejected, discord.violations, discord.pings]).toEqual([[], [], []]);
  });
});

import { describe, expect, it } from 'vitest';
import { replace, writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { readableText } from '../../servers/discord/message.ts';
import { seenText } from './seen-text.ts';
import { labelsOf, present, startLayoffs } from './start-layoffs.ts';

const QUESTION = 'How many people did Klarna lay off in 2022?';
const ANSWER = 'Klarna laid off about 700 people in 2022';

describe('slash commands', () => {
  it('answer a question for the person alone, with quote, source and data version', async () => {
    const { run, ada, bot, platform } = await startLayoffs();
    await platform.ready;
    const { response, message } = await run('ask', { options: { question: QUESTION } });
    expect({ response, viewer: message?.viewer }).toEqual({ response: 'message', viewer: ada.id });
    expect(present(message).content).toMatch(/^\*\*Klarna laid off about 700 people in 2022/);
    const [embed] = present(message).embeds;
    expect(embed?.description).toContain('“L’entreprise, qui a licencié environ 700 personnes en 2022');
    expect(embed?.description).toContain('-# French original');
    expect(embed?.author?.name).toContain('Gizmodo');
    expect(present(message).content).toMatch(new RegExp(`\n-# data ${bot.library.version}$`));
    expect(present(message).embeds.at(-1)?.footer?.text).toBe('Ask next:');
    expect(labelsOf(message).slice(-2)).toEqual(['Source', 'Share in channel']);
  });

  it('show the answer to everybody where that is asked for', async () => {
    const { run, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await run('ask', { options: { question: QUESTION, public: true } });
    expect(message?.viewer).toBeNull();
    expect(labelsOf(message)).toContain('Dismiss');
    const list = await run('list', { options: { public: true } });
    expect(list.message).toMatchObject({ viewer: null });
  });

  it('are there for every command, in the language of the person’s client', async () => {
    const { run, bot, world, platform } = await startLayoffs();
    await platform.ready;
    const given: Record<string, Record<string, string>> = {
      ask: { question: QUESTION },
      company: { company: 'klarna' },
      compare: { company: 'Klarna', company2: 'fivver' },
      timeline: { company: 'Amazon', company2: 'Klarna' },
    };
    for (const { name } of bot.commands.filter(({ admin }) => !admin)) {
      const { message } = await run(name, { options: given[name] ?? {} });
      expect(seenText(message), name).toContain(`data ${bot.library.version}`);
    }
    const { message } = await run('compare', { user: world.owner, options: { company: 'Klarna', company2: 'Fiverr', company4: 'Amazon' }, locale: 'fr' });
    expect(seenText(message)).toContain(`données ${bot.library.version}`);
    expect(seenText(message)).toMatch(/Klarna[\s\S]*Fiverr/);
  });

  it('say what is wrong with an option', async () => {
    const { run, platform, people, world, ada } = await startLayoffs();
    await platform.ready;
    const { message } = await run('company', { options: { company: 'Klarnaa Motors @everyone' } });
    expect(seenText(message)).toContain('I have no facts on a company');
    expect(() => run('compare', { options: { company: 'Klarna' } })).toThrow('needs the option company2');
    const one = await people.sendMessage({ author: ada, content: 'compare klarna', channel: world.dm(ada) }).answer();
    expect(seenText(one.message)).toContain('two companies or more');
  });

  it('go on with what the same person asked there', async () => {
    const { run, people, world, platform } = await startLayoffs();
    await platform.ready;
    await run('ask', { options: { question: QUESTION } });
    const { message } = await run('ask', { options: { question: 'and at Fiverr?' } });
    expect(seenText(message)).toContain('250');
    const other = await people.command({ name: 'layoffs', subcommand: 'ask', user: world.owner, options: { question: 'and why?' } });
    expect(seenText(other.message)).not.toContain('250');
  });

  it('answer visibly in direct messages', async () => {
    const { run, world, ada, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await run('ask', { channel: world.dm(ada), options: { question: QUESTION } });
    expect(message).toMatchObject({ viewer: null, channelId: world.dm(ada).id });
  });

  it('that are no longer there are answered kindly', async () => {
    const { run, bot, platform, discord } = await startLayoffs({ published: false });
    await platform.ready;
    const old = { type: 1, name: 'layoffs', description: 'x', options: [{ type: 1, name: 'compaare', description: 'x' }] };
    await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify([old]),
    });
    const { message } = await run('compaare');
    expect(seenText(message)).toContain('Did you mean /layoffs compare');
    expect(seenText(message)).toContain(bot.library.version);
  });
});

describe('autocomplete', () => {
  it.each([
    ['klar', 'en-US', 'Klarna'],
    ['Klrana', 'fr', 'Klarna'],
    ['ámazón', 'fr', 'Amazon'],
    ['DUOLINGGO', 'en-GB', 'Duolingo'],
  ])('offers for %s in %s first %s', async (typed, locale, name) => {
    const { people, ada, platform } = await startLayoffs();
    await platform.ready;
    const { choices, acknowledgedAfterMs } = await people.autocomplete({
      user: ada,
      name: 'layoffs',
      subcommand: 'compare',
      options: { company: 'Klarna', company2: typed },
      focused: 'company2',
      locale,
    });
    expect(present(choices)[0]).toEqual({ name, value: name });
    expect(acknowledgedAfterMs).toBeLessThan(300);
  });

  it('offers at most 25 names where nothing is typed yet, and once where Discord asks twice', async () => {
    const { people, ada, platform, bot } = await startLayoffs();
    await platform.ready;
    const { choices } = await people.autocomplete({
      user: ada,
      name: 'layoffs',
      subcommand: 'company',
      options: { company: '' },
      focused: 'company',
      eventCopies: 2,
    });
    expect(present(choices).length).toBe(Math.min(25, bot.library.companies('en').length));
  });
});

describe('messages', () => {
  it('that mention the bot anywhere are answered as replies', async () => {
    const { people, ada, mention, platform } = await startLayoffs();
    await platform.ready;
    const asked = people.sendMessage({ author: ada, content: `How many people ${mention} did Klarna lay off in 2022?` });
    const { message } = await asked.answer();
    expect(message).toMatchObject({ replyTo: asked.message.id, viewer: null });
    expect(seenText(message)).toContain(ANSWER);
    expect(labelsOf(message)).toContain('Dismiss');
  });

  it('get help where they only mention it', async () => {
    const { people, ada, mention, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: ` ${mention}  <:wave:123456789012345678>` }).answer();
    expect(seenText(message)).toContain('/layoffs ask');
    expect(labelsOf(message).length).toBeGreaterThan(1);
  });

  it('in French are answered in French', async () => {
    const { people, ada, mention, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: `${mention} combien de personnes Klarna a-t-elle licenciées en 2022 ?` }).answer();
    expect(seenText(message)).toMatch(/Klarna a licencié environ 700/);
    expect(labelsOf(message)).toContain('Retirer');
  });

  it('are answered in direct messages, questions and commands', async () => {
    const { people, ada, world, platform } = await startLayoffs();
    await platform.ready;
    const channel = world.dm(ada);
    const first = await people.sendMessage({ author: ada, content: QUESTION, channel }).answer();
    expect(seenText(first.message)).toContain(ANSWER);
    const next = await people.sendMessage({ author: ada, content: 'and at Fiverr?', channel }).answer();
    expect(seenText(next.message)).toContain('250');
    const command = await people.sendMessage({ author: ada, content: 'company klarna', channel }).answer();
    expect(seenText(command.message)).toContain('In figures');
  });

  it('that reply to the bot go on with the conversation', async () => {
    const { people, ada, world, mention, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
    const next = people.sendMessage({ author: ada, content: 'and at Fiverr?', replyTo: message });
    const second = await next.answer();
    expect(second.message.replyTo).toBe(next.message.id);
    expect(seenText(second.message)).toContain('250');
    const third = await people.sendMessage({ author: ada, content: 'and at Amazon?', replyTo: second.message }).answer();
    expect(seenText(third.message)).toContain('Amazon');
    const alone = await people.sendMessage({ author: world.owner, content: 'and there?', replyTo: third.message }).answer();
    expect(seenText(alone.message)).not.toContain('Fiverr is');
  });

  it('that reply to a public answer of a command go on with it', async () => {
    const { people, ada, run, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await run('ask', { options: { question: QUESTION, public: true } });
    const { message: next } = await people.sendMessage({ author: ada, content: 'and at Fiverr?', replyTo: present(message) }).answer();
    expect(seenText(next)).toContain('250');
  });

  it('that mention it in a thread are answered there, one conversation for each person', async () => {
    const { people, ada, discord, mention, platform } = await startLayoffs();
    await platform.ready;
    const channel = discord.openThread('layoffs');
    await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}`, channel }).answer();
    const { message } = await people.sendMessage({ author: ada, content: `${mention} and at Fiverr?`, channel }).answer();
    expect(message.channelId).toBe(channel.id);
    expect(seenText(message)).toContain('250');
    await people.sendMessage({ author: ada, content: 'thanks, and at Amazon?', channel }).silence(150);
  });

  it('that are not for it are left alone: other bots, itself, roles, everybody', async () => {
    const { people, ada, world, mention, discord, platform } = await startLayoffs();
    await platform.ready;
    people.sendMessage({ author: world.bot, content: `${mention} ${QUESTION}`, channel: discord.openThread('its own') });
    await Promise.all([
      people.sendMessage({ author: world.otherBot, content: `${mention} ${QUESTION}` }).silence(200),
      people.sendMessage({ author: world.otherBot, content: QUESTION, channel: world.dm(world.otherBot) }).silence(200),
      people.sendMessage({ author: ada, content: QUESTION }).silence(200),
      people.sendMessage({ author: world.owner, content: `@everyone ${QUESTION}` }).silence(200),
      people.sendMessage({ author: ada, content: `<@&${present(world.roles[1]).id}> ${QUESTION}` }).silence(200),
    ]);
    expect(discord.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('are asked about from their menu, for the person alone', async () => {
    const { people, ada, world, platform } = await startLayoffs();
    await platform.ready;
    const { message: asked } = people.sendMessage({ author: world.owner, content: QUESTION });
    const { message } = await people.contextMenu({ user: ada, name: 'Ask about this', message: asked });
    expect(message?.viewer).toBe(ada.id);
    expect(seenText(message)).toContain(ANSWER);
    const { message: empty } = people.sendMessage({ author: world.owner, content: '<@1234567890123456789>' });
    const help = await people.contextMenu({ user: world.manager, name: 'Ask about this', message: empty, locale: 'fr' });
    expect(seenText(help.message)).toContain('/layoffs ask');
    expect(seenText(help.message)).toContain('Par exemple');
  });
});

describe('buttons', () => {
  it('ask the question on them, in public under a public answer', async () => {
    const { people, ada, mention, press, world, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
    const [question = ''] = labelsOf(message);
    const pressed = await press(message, question, world.owner);
    expect(pressed).toMatchObject({ response: 'message', message: { viewer: null } });
    expect(readableText(present(pressed.message)).length).toBeGreaterThan(50);
  });

  it('ask in private under a private answer', async () => {
    const { ada, run, press, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await run('ask', { options: { question: QUESTION } });
    const pressed = await press(message, present(labelsOf(message)[0]));
    expect(pressed.message?.viewer).toBe(ada.id);
  });

  it('show the passages behind an answer to whoever presses them', async () => {
    const { people, ada, mention, press, world, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
    const source = await press(message, 'Source', world.owner);
    expect(source.message?.viewer).toBe(world.owner.id);
    expect(source.message?.content).toContain('### Where it stands');
    expect(source.message?.embeds[0]?.description).toMatch(/\*\*.*a licencié environ 700 personnes en 2022.*\*\*/);
  });

  it('share a private answer with everybody, who can then only be spared it by its asker or a moderator', async () => {
    const { run, press, world, ada, discord, platform } = await startLayoffs();
    await platform.ready;
    const { message } = await run('ask', { options: { question: QUESTION } });
    const { message: shared } = await press(message, 'Share in channel');
    expect(shared?.viewer).toBeNull();
    expect(seenText(shared)).toContain(ANSWER);
    const stranger = world.addPerson('bert');
    const refused = await press(shared, 'Dismiss', stranger);
    expect(refused.message?.viewer).toBe(stranger.id);
    expect(seenText(refused.message)).toContain('Only the person who asked');
    await press(shared, 'Dismiss', ada);
    expect(discord.messages(world.general.id).map(({ id }) => id)).not.toContain(shared?.id);
  });

  it('let a moderator remove an answer, all parts of a long one', async () => {
    const long = replace('data/facts/acme.yaml', 'Acme has 2,000 people.', `Acme has 2,000 people. ${'That is what it says. '.repeat(120)}`);
    const { bot } = await startBot(writeSmallProject(long).folder);
    const { run, press, world, discord, platform } = await startLayoffs({ bot });
    await platform.ready;
    const { interactionId } = await run('ask', { options: { question: 'how many people work at Acme now', public: true } });
    const parts = () => discord.messages(world.general.id).filter(({ author }) => author.id === world.bot.id);
    await expect.poll(() => parts().some((part) => labelsOf(part).includes('Dismiss'))).toBe(true);
    expect(parts().length).toBeGreaterThan(1);
    await press(present(discord.outcome(interactionId).followUps.at(-1)), 'Dismiss', world.owner);
    await expect.poll(parts).toEqual([]);
  });

  it('from before a restart say so, or work as before', async () => {
    const { people, ada, mention, press, platform, reception, bot, discord } = await startLayoffs();
    await platform.ready;
    const { message } = await people.sendMessage({ author: ada, content: `${mention} ${QUESTION}` }).answer();
    const { message: own } = await people.command({ name: 'layoffs', subcommand: 'ask', user: ada, options: { question: QUESTION } });
    await reception.close(1_000);
    await platform.stop();
    const next = await startLayoffs({ bot, within: discord });
    await next.platform.ready;
    const stale = await press(own, 'Share in channel');
    expect(stale.message?.viewer).toBe(ada.id);
    expect(seenText(stale.message)).toContain('from before I was restarted');
    const source = await press(message, 'Source');
    expect(source.message?.embeds[0]?.description).toContain('a licencié environ 700 personnes');
    const follow = await people.sendMessage({ author: ada, content: `and at Fiverr?`, replyTo: message }).answer();
    expect(seenText(follow.message)).toContain('Fiverr');
  });
});

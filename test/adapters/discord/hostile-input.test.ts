import { describe, expect, it } from 'vitest';
import { type Message, readableText } from '../../servers/discord/message.ts';
import { seenText } from './seen-text.ts';
import { labelsOf, present, startLayoffs } from './start-layoffs.ts';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['everybody', '@everyone @here how many did Klarna lay off?'],
  ['a person, a role, a channel', '<@123456789012345678> <@&123456789012345678> <#123456789012345678> who is the CEO of Klarna?'],
  ['markup', '**bold** __under__ ~~gone~~ ||hidden|| `code` ```block``` # heading\n> quote\n- list'],
  ['a masked link', '[Klarna](https://evil.example/x) laid off how many? <https://evil.example> http://evil.example discord.gg/evil'],
  ['custom markup', '<t:1700000000:R> <:blob:123456789012345678> </layoffs ask:123456789012345678> <id:browse>'],
  ['zero-width and right-to-left', 'Kl\u200bar\u200dna \u202eataD\u202c \u2066laid\u2069 off \ufeff how many\u00ad?'],
  ['control characters', 'Klarna\u0000\u0007\u001b[31m layoffs'],
  ['piled marks', `K${'\u0301'.repeat(300)}larna layoffs`],
  ['half a character', 'Klarna \ud83d layoffs'],
  ['4,000 characters', `Klarna layoffs ${'why '.repeat(995)}`.slice(0, 4_000)],
  ['one word of 4,000 characters', 'x'.repeat(4_000)],
  ['4,000 marks', '`'.repeat(4_000)],
  ['nothing that is seen', '\u200b\u2800\u3164'],
];

/** What may not stand in anything that people see: links, mentions, and what turns or hides. Code blocks show what they hold. */
function expectHarmless(message: Message): void {
  const text = readableText(message);
  expect(text).not.toMatch(/@everyone|@here|<@[!&]?\d|<#\d|<t:\d|<a?:\w+:\d|<\/|<id:/);
  expect(text).not.toMatch(/(?<!\\):\/\/|discord\.gg/);
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/);
  expect(message.flags & 4).toBe(0);
  for (const label of labelsOf(message)) expect(label.length).toBeLessThanOrEqual(80);
}

describe('hostile input', () => {
  it.each(HOSTILE)('with %s is answered harmlessly, asked in any way', async (_, text) => {
    const { people, ada, world, mention, run, platform, lines } = await startLayoffs();
    await platform.ready;
    const [said, direct, slash, company] = await Promise.all([
      people.sendMessage({ author: ada, content: `${mention} ${text}`.slice(0, 4_000) }).answer(),
      people.sendMessage({ author: ada, content: text, channel: world.dm(ada) }).answer(),
      run('ask', { options: { question: text.slice(0, 2_000) || '.' } }),
      run('company', { options: { company: text.slice(0, 100), public: true } }),
    ]);
    for (const message of [said.message, direct.message, present(slash.message), present(company.message)]) {
      expectHarmless(message);
      expect(seenText(message).length).toBeGreaterThan(20);
    }
    const menu = await people.contextMenu({ user: world.owner, name: 'Ask about this', message: people.sendMessage({ author: ada, content: text }).message });
    expectHarmless(present(menu.message));
    expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain('larna');
  });

  it('in a pressed button is told to be stale', async () => {
    const { discord, people, world, ada, platform } = await startLayoffs();
    await platform.ready;
    // As an older version of the bot may have sent it.
    const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'old', custom_id: 'vote:<@123456789012345678> @everyone' }] }];
    await fetch(`${discord.apiUrl}/v10/channels/${world.general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'old', components }),
    });
    const [message] = await people.waitForMessages(world.general, 1);
    const pressed = await people.pressButton({ message: present(message), customId: 'vote:<@123456789012345678> @everyone', user: ada });
    expect(pressed.message?.viewer).toBe(ada.id);
    expect(seenText(pressed.message)).toContain('from before I was restarted');
  });
});

import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { present } from './start-layoffs.ts';
import type { Script } from './start-scripted.ts';
import { replyOf, startScripted, textBlock } from './start-scripted.ts';

const CHART = {
  kind: 'bars',
  title: 'Questions',
  alt: 'Ten questions in May.',
  unit: '',
  categories: ['May'],
  series: [{ name: 'all', values: [10] }],
} as const;
const MORE = { kind: 'buttons', buttons: [{ label: 'More', action: 'more:1', style: 'plain' }] } as const;

/** Whatever is asked is answered with a picture, and a press of its button takes it away. */
const script: Script = ({ request, audience }) =>
  request.kind === 'press'
    ? { kind: 'replace', reply: replyOf(textBlock('Gone.')) }
    : { kind: 'say', audience, reply: replyOf(textBlock('Here.'), { kind: 'chart', chart: CHART }, MORE) };

const drawChart = async () => Buffer.from('a picture');

describe('a picture', () => {
  it.each(['private', 'public'] as const)('comes with a %s answer, and goes when that is replaced', async (audience) => {
    const { people, world, ada, mention, platform, discord } = await startScripted({ script, drawChart });
    await platform.ready;
    const answer =
      audience === 'private'
        ? (await people.command({ user: ada, name: 'layoffs', subcommand: 'list' })).message
        : (await people.sendMessage({ author: ada, content: `${mention} how many?` }).answer()).message;
    expect(answer).toMatchObject({ viewer: audience === 'private' ? ada.id : null, files: [{ name: 'chart.png', description: CHART.alt }] });
    const { message } = await people.pressButton({ user: ada, message: present(answer), customId: 'more:1' });
    expect(message).toMatchObject({ content: expect.stringContaining('Gone.'), files: [], components: [] });
    expect(discord.messages(world.general.id, ada).filter(({ author }) => author.bot)).toHaveLength(1);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('is shown as its figures where the bot may not attach files', async () => {
    const { people, ada, mention, platform, discord } = await startScripted({ script, drawChart });
    await platform.ready;
    const { general } = discord.openGuild('Strict', undefined, PermissionFlagsBits.AttachFiles);
    const { message } = await people.sendMessage({ author: ada, channel: general, content: `${mention} how many?` }).answer();
    expect(message).toMatchObject({ files: [], content: expect.stringContaining('### Questions') });
  });

  it('is shown as its figures where it cannot be drawn', async () => {
    const { people, ada, platform } = await startScripted({ script, drawChart: () => Promise.reject(new Error('no fonts')) });
    await platform.ready;
    const { message } = await people.command({ user: ada, name: 'layoffs', subcommand: 'list' });
    expect(message).toMatchObject({ files: [], content: expect.stringMatching(/### Questions\n```\n {5}all\nMay {3}10\n```/) });
  });
});

import { describe, expect, it } from 'vitest';
import { type DiscordMessage, renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { renderTerminal } from '../../src/adapters/terminal/render-terminal.ts';
import { writeAction } from '../../src/bot/action.ts';
import type { Chart } from '../../src/reply/chart.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { startBot } from '../fixtures/start-bot.ts';
import { allComponents, type Component, toComponents } from '../servers/discord/component-schema.ts';
import { findPings as findDiscordPings } from '../servers/discord/find-pings.ts';
import { parseMessage } from '../servers/discord/message-schema.ts';
import { checkMessage } from '../servers/slack/check-message.ts';
import { findPings as findSlackPings } from '../servers/slack/find-pings.ts';
import { withoutEscapes } from './discord/seen-text.ts';
import { shown } from './slack/start-slack-bot.ts';

type Adapter = {
  readonly name: string;
  /** Every word that a person gets to see. */
  readonly seen: (reply: Reply) => string;
  /** What a notification or a screen reader gets. */
  readonly fallback: (reply: Reply) => string;
  /** Whether nothing breaks the platform's limits, pings or links. */
  readonly check: (reply: Reply) => void;
  /** Places where there are no buttons do not show them. */
  readonly buttons: boolean;
};

function componentsOf({ components }: DiscordMessage): readonly Component[] {
  return allComponents(toComponents(components));
}

const PLAIN_STYLE = { width: 10_000, paint: (_: unknown, text: string) => text };

const ADAPTERS: readonly Adapter[] = [
  {
    name: 'terminal',
    seen: (reply) => renderTerminal(reply, PLAIN_STYLE),
    fallback: (reply) => renderTerminal(reply, PLAIN_STYLE),
    check: (reply) => expect(renderTerminal(reply, PLAIN_STYLE)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/),
    buttons: false,
  },
  {
    name: 'Slack',
    seen: (reply) =>
      renderSlack(reply)
        .map(({ blocks }) => shown(blocks.map((block) => ({ ...block }))))
        .join('\n'),
    fallback: (reply) =>
      renderSlack(reply)
        .map(({ text }) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
        .join('\n'),
    check: (reply) => {
      for (const { blocks, text } of renderSlack(reply)) {
        const message = { text, blocks: blocks.map((block) => ({ ...block })), unfurl_links: false, unfurl_media: false };
        expect(checkMessage(message)).toBeUndefined();
        expect(findSlackPings('chat.postMessage', message)).toEqual([]);
      }
    },
    buttons: true,
  },
  {
    name: 'Discord',
    seen: (reply) =>
      renderDiscord(reply)
        .map((message) => {
          const embeds = message.embeds.flatMap(({ author, title, description, footer, fields = [] }) => [
            author?.name,
            title,
            description,
            ...fields.flatMap(({ name, value }) => [name, value]),
            footer?.text,
          ]);
          const labels = componentsOf(message).map(({ label }) => label);
          const files = message.files.map(({ description }) => description);
          return withoutEscapes([message.content, ...embeds, ...labels, ...files].filter((part) => part != null).join('\n'));
        })
        .join('\n'),
    fallback: (reply) =>
      withoutEscapes(
        renderDiscord(reply)
          .map(({ content }) => content)
          .join('\n'),
      ),
    check: (reply) => {
      for (const message of renderDiscord(reply)) {
        const { content } = message;
        expect(() => parseMessage({ ...message, files: undefined })).not.toThrow();
        expect(findDiscordPings({ content, components: componentsOf(message), allowed: { parse: [] }, repliedUser: null })).toEqual({
          users: [],
          roles: [],
          everyone: false,
        });
        expect(content).not.toMatch(/(?<!\\)<[@#:t]|https?:\/\//);
      }
    },
    buttons: true,
  },
];

const { bot, run } = await startBot();

const QUESTIONS = [
  'how many people did fiverr let go',
  'did AI replace staff at Klarna? give me both versions',
  'compare klarna and fiverr layoffs',
  'which companies cut jobs',
  'how many jobs were cut in all',
  'timeline klarna',
  'qui dirige Klarna ?',
  'how many did shopify lay off',
  'quel temps fait-il ?',
  '@everyone <!channel> <@U1> [x](http://evil.example) how many did fiverr fire',
];

/** Every kind of block, with everything in it that a platform could take for markup. */
const HOSTILE = '<!channel> @everyone <@U123> <@123> *b* _i_ ~s~ `c` ```x``` # h > q [a](http://evil.example) &amp; <http://evil.example|x> \u202eabc\u200b';
const CHART: Chart = {
  kind: 'bars',
  title: `chart ${HOSTILE}`,
  alt: `chart in words ${HOSTILE}`,
  unit: 'questions',
  categories: [`category ${HOSTILE}`, 'other category'],
  series: [{ name: 'its series', values: [12, null] }],
};
const EVERY_BLOCK: readonly Block[] = [
  { kind: 'text', tone: 'lead', text: `lead ${HOSTILE}` },
  { kind: 'text', tone: 'plain', text: `plain ${HOSTILE}` },
  { kind: 'text', tone: 'small', text: `small ${HOSTILE}` },
  { kind: 'heading', text: 'heading' },
  { kind: 'list', ordered: false, items: [`bullet ${HOSTILE}`, 'second'] },
  { kind: 'list', ordered: true, items: ['first of an order'] },
  {
    kind: 'table',
    columns: ['column', 'other'],
    rows: [
      ['cell', ''],
      [HOSTILE, 'last cell'],
    ],
  },
  { kind: 'table', columns: ['second table'], rows: [['its cell']] },
  { kind: 'quote', exact: `quoted ${HOSTILE}`, label: 'label', source: 'source of the quote' },
  { kind: 'passage', before: 'before ', exact: `exact ${HOSTILE}`, after: ' after', source: 'source of the passage' },
  { kind: 'questions', label: 'ask these', questions: ['a short question?', `a question that is far too long for any button, ${'so long '.repeat(12)}?`] },
  { kind: 'file', name: 'words.csv', description: `a file ${HOSTILE}`, content: 'a,b\n' },
  { kind: 'chart', chart: CHART },
  { kind: 'feedback', good: { label: 'Helpful', action: 'yes:1', style: 'plain' }, bad: { label: 'Not helpful', action: 'no:1', style: 'plain' } },
  { kind: 'buttons', buttons: [{ label: 'press me', action: writeAction({ kind: 'cancel', version: 'v' }) ?? '', style: 'primary' }] },
];

function replyOf(blocks: readonly Block[]): Reply {
  return { language: 'en', status: 'answered', reason: null, blocks, facts: [], sources: [], suggestions: [], version: '12345678' };
}

/** The words of a reply that have to be seen, markup characters aside: how those are written differs. */
function wordsOf(blocks: readonly Block[], buttons: boolean): string[] {
  return blocks.flatMap((block) => textsOf(block, buttons)).flatMap((text) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

function textsOf(block: Block, buttons: boolean): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.columns, ...block.rows.flat()];
    case 'quote':
      return [block.exact, block.source];
    case 'passage':
      return [block.before, block.exact, block.after, block.source];
    case 'questions':
      return [block.label, ...block.questions];
    case 'buttons':
      return buttons ? block.buttons.map(({ label }) => label) : [];
    case 'feedback':
      return buttons ? [block.good.label, block.bad.label] : [];
    case 'file':
      return [block.description];
    case 'link':
      return [block.label];
    case 'chart':
      // Drawn, told in words or put into a table: what all of them say is what it is called.
      return ['chart'];
  }
}

describe.each(ADAPTERS)('$name', ({ seen, fallback, check, buttons }) => {
  const showsAll = (reply: Reply) => {
    const text = seen(reply);
    expect(wordsOf(reply.blocks, buttons).filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain(reply.version);
    check(reply);
  };

  it.each(QUESTIONS)('shows all of the answer, keeps the limits, pings nobody: %s', (question) => {
    const reply = bot.ask(question, []);
    showsAll(reply);
    const [lead] = reply.blocks;
    if (lead?.kind === 'text') for (const word of wordsOf([lead], false)) expect(fallback(reply)).toContain(word);
  });

  it.each(bot.commands.map(({ name }) => name))('shows all that the command says: %s', async (name) => {
    showsAll(
      await run(
        name === 'compare'
          ? 'compare klarna fiverr'
          : name === 'ask'
            ? 'ask why did fiverr cut jobs'
            : `${name}${name === 'company' || name === 'timeline' ? ' klarna' : ''}`,
      ),
    );
  });

  it('shows every kind of block, and renders nothing that stands in one', () => {
    showsAll(replyOf(EVERY_BLOCK));
  });

  it('splits what is too long for one message, and loses nothing', () => {
    const quotes = Array.from(
      { length: 40 },
      (_, at) => ({ kind: 'quote', exact: `${`words${at} `.repeat(40)}end${at}`, label: '', source: `document ${at % 5}` }) as const,
    );
    const items = Array.from({ length: 60 }, (_, at) => `item${at} ${'long '.repeat(30)}`);
    showsAll(replyOf([{ kind: 'text', tone: 'lead', text: 'a long one' }, { kind: 'list', ordered: false, items }, ...quotes]));
  });
});

describe('the adapters', () => {
  it.each(QUESTIONS)('say the same: %s', (question) => {
    const reply = bot.ask(question, []);
    const words = wordsOf(
      reply.blocks.filter(({ kind }) => kind !== 'buttons'),
      false,
    );
    for (const { seen } of ADAPTERS) for (const word of words) expect(seen(reply)).toContain(word);
  });
});

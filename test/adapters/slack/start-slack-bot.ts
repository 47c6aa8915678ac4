import { expect } from 'vitest';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import type { Desk } from '../../../src/bot/desk.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { type Log, openLog } from '../../../src/log.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import type { Fields } from '../../servers/slack/json.ts';
import type { Message } from '../../servers/slack/message.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { app as identity } from '../../servers/slack/workspace.ts';

export const MENTION = `<@${identity.botUserId}>`;

/** In Socket Mode, on the server's own tokens. */
export function settingsFor(slack: LocalSlack) {
  return { botToken: identity.botToken, appToken: identity.appToken, signingSecret: null, port: null, host: '127.0.0.1', apiUrl: slack.apiUrl };
}

export type Started = Awaited<ReturnType<typeof startSlackBot>>;

type Given = Awaited<ReturnType<typeof startBot>>;

/** The bot in a Slack of its own, connected. */
export async function startSlackBot(
  options: LocalSlackOptions & {
    readonly given?: Given;
    readonly threadFollowUps?: boolean;
    readonly admins?: readonly string[];
    readonly log?: Log;
    readonly desks?: readonly Desk[];
  } = {},
) {
  const { given = await startBot(), threadFollowUps = false, admins = [], log = openLog('silent'), desks = [], ...local } = options;
  const slack = await startLocalSlack({ settleMs: 40, ...local });
  let skipped = 0;
  const reception = new Reception({ bot: given.bot, log, now: () => Date.now() + skipped, threadFollowUps, desks });
  const settings = settingsFor(slack);
  const platform = startSlack({ bot: given.bot, reception, settings, log, admins: new Set(admins) });
  await platform.ready;
  return {
    ...given,
    slack,
    reception,
    platform,
    /** Lets time pass, for the reception only: rate limits, follow-ups. */
    pass: (ms: number) => {
      skipped += ms;
    },
    stop: async () => {
      await platform.stop();
      await slack.stop();
    },
  };
}

/** After every test: nothing was refused, nobody was pinged, nothing was late. */
export function expectClean({ records }: LocalSlack): void {
  expect(records.rejected).toEqual([]);
  expect(records.pings).toEqual([]);
  expect(records.late).toEqual([]);
  expect(records.unknownMethods).toEqual([]);
}

/** Every word that blocks show, buttons included. */
export function shown(blocks: readonly Fields[]): string {
  return textsIn(blocks).join('\n');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner)));
}

export function buttonsOf({ blocks }: Pick<Message, 'blocks'>): string[] {
  const actions = blocks.filter(({ type }) => type === 'actions');
  return textsIn(actions);
}

/** The first, which has to be there. */
export function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error('there is none');
  return value;
}

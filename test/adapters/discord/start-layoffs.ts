import type { ClientOptions } from 'discord.js';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createRest } from '../../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../../src/adapters/discord/start-discord.ts';
import type { Platform } from '../../../src/adapters/platform.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../servers/discord/local-discord.ts';
import type { Message } from '../../servers/discord/message.ts';
import { controls } from '../../servers/discord/message.ts';
import { LOG_IN_AT_ONCE } from '../../servers/discord/start-client.ts';
import type { Person } from '../../servers/discord/world.ts';
import { type Door, openDoor } from './open-door.ts';

export type LayoffsOptions = LocalDiscordOptions & {
  /** Where not given: one on the project's own data. */
  readonly bot?: Bot;
  readonly admins?: readonly string[];
  readonly token?: string;
  readonly client?: Partial<ClientOptions>;
  /** Whether the commands are registered, everywhere. */
  readonly published?: boolean;
  /** Published there at the start by the bot itself. */
  readonly guild?: boolean;
  /** One that is running already; where not given, another is started. */
  readonly within?: LocalDiscord;
  /** Between the bot and Discord. */
  readonly door?: Door;
  /** Where the bot believes Discord to be. */
  readonly apiUrl?: string;
  /** Before the bot connects. */
  readonly prepare?: (discord: LocalDiscord) => void;
};

/** A line of the log. */
type LogLine = Readonly<Record<string, unknown>>;

/** A local Discord with the bot in it, as `npm start` runs it. Whatever Discord would have refused, or a ping, fails the test. */
export async function startLayoffs(options: LayoffsOptions = {}) {
  const {
    published = true,
    guild = false,
    token,
    admins = [],
    client = LOG_IN_AT_ONCE,
    prepare,
    within,
    apiUrl,
    door,
    bot = (await startBot()).bot,
    ...local
  } = options;
  const discord = within ?? (await startLocalDiscord(local));
  prepare?.(discord);
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  let time = Date.now();
  const now = () => {
    time += 1;
    return time;
  };
  const reception = new Reception({ bot, log, now, threadFollowUps: false });
  const settings = {
    token: token ?? discord.token,
    apiUrl: apiUrl ?? (door ? await openDoor(discord.apiUrl, door) : discord.apiUrl),
    guildId: guild ? discord.guildId : null,
    shards: null,
    shardCount: null,
  };
  if (published) {
    await publishCommands({
      rest: createRest({ ...settings, token: discord.token, apiUrl: discord.apiUrl }),
      applicationId: discord.applicationId,
      guildId: null,
      commands: bot.commands,
    });
  }
  const platform = startDiscord({ bot, reception, settings, log, admins: new Set(admins), options: client, firstRetryMs: 20 });
  const expected: number[] = [];
  onTestFinished(() => finish(discord, platform, expected));
  return {
    discord,
    bot,
    reception,
    platform,
    lines,
    world: discord.world,
    people: discord.people,
    ada: discord.world.member,
    mention: `<@${discord.botUser.id}>`,
    /** The next refused requests of this kind are what the test is about. */
    expectRefused: (...codes: readonly number[]) => void expected.push(...codes),
    /** A slash command of ours. */
    run: (subcommand: string, { user = discord.world.member, ...rest }: Run = {}) => discord.people.command({ name: 'layoffs', subcommand, user, ...rest }),
    press: (message: Message | null, label: string | RegExp, user: Person = discord.world.member, locale = 'en-US') =>
      discord.people.pressButton({ message: present(message), customId: buttonOf(message, label), user, locale }),
    /** The minute after which somebody may ask again. */
    passMinute: () => {
      time += 61_000;
    },
  };
}

type Run = Omit<Parameters<LocalDiscord['people']['command']>[0], 'name' | 'subcommand' | 'user'> & { readonly user?: Person };

async function finish(discord: LocalDiscord, platform: Platform, expected: readonly number[]): Promise<void> {
  await platform.ready.catch(() => undefined);
  await platform.stop();
  await discord.stop();
  expect(discord.rejected.filter(({ code }) => !expected.includes(code))).toEqual([]);
  expect(discord.violations).toEqual([]);
  expect(discord.pings).toEqual([]);
}

/** The id of the button with this label, or one like it. */
function buttonOf(message: Message | null, label: string | RegExp): string {
  const fits = (text: string | undefined) => (typeof label === 'string' ? text === label : label.test(text ?? ''));
  const found = controls(present(message)).find((control) => fits(control.label));
  if (found?.custom_id === undefined) throw new Error(`No button ${label}, but ${labelsOf(message).join(' | ')}`);
  return found.custom_id;
}

export function labelsOf(message: Message | null): string[] {
  return controls(present(message)).map(({ label = '' }) => label);
}

export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('It is not there');
  return value;
}

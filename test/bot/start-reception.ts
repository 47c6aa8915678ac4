import { pino } from 'pino';
import { Bot } from '../../src/bot/bot.ts';
import type { Command } from '../../src/bot/command.ts';
import type { Reloaded } from '../../src/bot/editions/edition-keeper.ts';
import type { Audience, Incoming, Person, Request } from '../../src/bot/incoming.ts';
import type { LoadKnowledge } from '../../src/bot/knowledge.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import type { Place } from '../../src/bot/place.ts';
import { type Deliver, Reception, type ReceptionParts } from '../../src/bot/reception.ts';
import { describeProblem } from '../../src/reading/problem.ts';
import type { Button } from '../../src/reply/reply.ts';
import { type Change, writeSmallProject } from '../fixtures/small-project.ts';
import { allText, COMMANDS_FOLDER, LOADED_AT, startBot } from '../fixtures/start-bot.ts';

type Sent = {
  readonly under?: string | null;
  readonly place?: Partial<Place>;
  readonly by?: Person;
  readonly thread?: string;
  readonly audience?: Audience;
  readonly delivery?: string;
  readonly deliver?: Deliver;
};

type Parts = { readonly bot?: Bot; readonly threadFollowUps?: boolean } & Omit<Partial<ReceptionParts>, 'bot'>;

/** A reception with a clock that stands until it is moved, and a log that is kept. Without a bot: one on the project's own data. */
export async function startReception({ bot, threadFollowUps = false, ...rest }: Parts = {}) {
  const served = bot ?? (await startBot()).bot;
  const lines: string[] = [];
  let time = Date.UTC(2024, 4, 6);
  let sent = 0;
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) });
  const reception = new Reception({ bot: served, log, now: () => time, threadFollowUps, ...rest });

  /** @returns what was delivered, in order */
  async function send(
    request: Request,
    { by = ANN, thread = 'thread', audience = 'public', delivery = `delivery ${++sent}`, deliver, under = null, place = {} }: Sent = {},
  ) {
    const delivered: Outgoing[] = [];
    const incoming: Incoming = {
      delivery,
      platform: 'test',
      person: by,
      thread,
      place: { ...HERE, person: by.id, ...place },
      under,
      request,
      audience,
      prefix: '/layoffs ',
    };
    await reception.receive(incoming, async (outgoing) => {
      await deliver?.(outgoing);
      delivered.push(outgoing);
    });
    return delivered;
  }

  return {
    reception,
    bot: served,
    send,
    /** What was logged, a line of JSON each. */
    lines,
    errors: () =>
      lines.map((line): unknown => JSON.parse(line)).filter((line) => typeof line === 'object' && line !== null && 'level' in line && line.level === 50),
    pass: (ms: number) => {
      time += ms;
    },
    ask: async (text: string, options?: Sent) => only(await send({ kind: 'question', text }, options)),
    type: async (text: string, options?: Sent) => only(await send({ kind: 'typed', text }, options)),
    press: async (action: string, options?: Sent) => only(await send({ kind: 'press', action }, options)),
    remark: (text: string, options?: Sent) => send({ kind: 'remark', text }, options),
  };
}

/** A bot on the two invented companies, which loads whatever `load` gives and keeps what it hears of reloads. */
export async function startSmallBot(load: LoadKnowledge = () => knowledgeOf(), own: readonly Command[] = []) {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  const reloads: Reloaded[] = [];
  const bot = new Bot({ knowledge: loaded.knowledge, load, commands: [...commands, ...own], language: 'en', onReload: (reload) => reloads.push(reload) });
  return { bot, reloads, base: loaded.knowledge.base };
}

/** The invented companies' project, changed. */
export function knowledgeOf(...changes: readonly Change[]) {
  return loadKnowledge(writeSmallProject(...changes).folder, () => LOADED_AT);
}

export function person(name: string, { language = null, admin = false, moderator = false }: PersonParts = {}): Person {
  return { id: `test:${name}`, language, isAdmin: () => Promise.resolve(admin), isModerator: () => Promise.resolve(moderator) };
}

type PersonParts = { readonly language?: Person['language']; readonly admin?: boolean; readonly moderator?: boolean };

/** A channel, and no thread. */
export const HERE: Place = { platform: 'test', workspace: 'workspace', channel: 'channel', thread: null, person: 'ann', direct: false };

export const ANN = person('ann');
export const BOB = person('bob');

/** The one outgoing there is. */
function only(delivered: readonly Outgoing[]): Outgoing {
  const [first] = delivered;
  if (first === undefined || delivered.length > 1) throw new Error(`${delivered.length} outgoings were delivered instead of one`);
  return first;
}

export function replyOf(outgoing: Outgoing) {
  if (outgoing.kind === 'remove') throw new Error('the message was removed instead of answered');
  if (outgoing.kind === 'form') throw new Error('a form was shown instead of an answer');
  return outgoing.reply;
}

export function textOf(outgoing: Outgoing): string {
  return allText(replyOf(outgoing));
}

export function buttonsOf(outgoing: Outgoing): readonly Button[] {
  return replyOf(outgoing).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

/** The action of the button with this label. */
export function actionOf(label: string, outgoing: Outgoing): string {
  const found = buttonsOf(outgoing).find((button) => button.label === label);
  if (found === undefined) throw new Error(`there is no button “${label}”, only: ${buttonsOf(outgoing).map((button) => button.label)}`);
  return found.action;
}

import { randomBytes, randomUUID } from 'node:crypto';
import { describeError, type Log } from '../log.ts';
import type { Block, Button, Reply } from '../reply/reply.ts';
import { StateError } from '../state/state-error.ts';
import type { Language } from '../text/language.ts';
import { type Action, readAction, shortId, writeAction } from './action.ts';
import { type AnswerBook, NO_BOOK } from './answer-book.ts';
import type { Answered } from './answered.ts';
import type { Bot } from './bot.ts';
import { ALL_MINE, type Claims } from './claims.ts';
import type { Command } from './command.ts';
import type { Conversation } from './conversation.ts';
import { Deliveries } from './deliveries.ts';
import type { Desk, Visit } from './desk.ts';
import { openReloadDesk } from './editions/reload-desk.ts';
import type { GivenOptions } from './given-options.ts';
import type { Audience, Incoming, Person } from './incoming.ts';
import { isLocalAdmin } from './is-local-admin.ts';
import { NO_STATE } from './no-state.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import { plainSettings, type SettingsBook } from './place-settings.ts';
import { RateLimit } from './rate-limit.ts';
import { readTyped } from './read-typed.ts';
import { Recent } from './recent.ts';
import { RECEPTION_TEXTS } from './reception-texts.ts';
import { lead, plainReply, sayTo } from './say.ts';

const QUESTIONS_A_MINUTE = 20;
const FOLLOW_UP_MS = 30 * 60 * 1_000;
const MOST_CONVERSATIONS = 5_000;
const MOST_SHARED = 1_000;

/** Nothing, or nothing but a cry for help. */
const WANTS_HELP = /^\s*(?:(?:help|aide|sos)[\s!?.]*|[?!.\s]*)$/iu;

export type ReceptionParts = {
  readonly bot: Bot;
  readonly log: Log;
  readonly now: () => number;
  /** Answer in threads where the bot has answered, without being named. */
  readonly threadFollowUps: boolean;
  /** What there is besides asking; nothing by default. */
  readonly desks?: readonly Desk[];
  /** By default everywhere the same. */
  readonly settings?: SettingsBook;
  readonly book?: AnswerBook;
  readonly claims?: Claims;
  /** What stands for a person wherever something is kept of them. */
  readonly hash?: (id: string) => string;
  /** Calls back with that of each person who is to be forgotten. */
  readonly onForget?: (listener: (person: string) => void) => void;
};

/** Shows an outgoing on its platform; ends when the platform has taken it. */
export type Deliver = (outgoing: Outgoing) => Promise<void>;

type Shared = { readonly reply: Reply; readonly asker: string };

/** What is to be shown, and what it answers, if it does. */
type Served = { readonly outgoing: Outgoing; readonly answered: Answered | null };

/** Receives whatever people ask on any platform, and has each answered once. */
export class Reception {
  readonly #bot: Bot;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #desks: readonly Desk[];
  readonly #settings: SettingsBook;
  readonly #book: AnswerBook;
  readonly #claims: Claims;
  readonly #hash: (id: string) => string;
  readonly #deliveries: Deliveries;
  readonly #rateLimit: RateLimit;
  readonly #conversations = new Recent<Conversation>(MOST_CONVERSATIONS);
  /** By thread: when the bot last answered there for all to see. */
  readonly #answered = new Recent<number>(MOST_CONVERSATIONS);
  readonly #shared = new Recent<Shared>(MOST_SHARED);
  readonly #underWay = new Set<Promise<void>>();
  #open = true;

  constructor({ bot, log, now, threadFollowUps, ...rest }: ReceptionParts) {
    this.#bot = bot;
    this.#log = log;
    this.#now = now;
    this.#desks = [...(rest.desks ?? []), openReloadDesk(bot.editions, log)];
    this.#settings = rest.settings ?? plainSettings(threadFollowUps);
    this.#book = rest.book ?? NO_BOOK;
    this.#claims = rest.claims ?? ALL_MINE;
    this.#hash = rest.hash ?? ((id) => id);
    this.#deliveries = new Deliveries(now);
    this.#rateLimit = new RateLimit(QUESTIONS_A_MINUTE, now);
    rest.onForget?.((person) => this.#forget(person));
  }

  /** Serves it and delivers the answer; repeated deliveries, and remarks that there is nothing to say to, are left alone. Never rejects. */
  async receive(incoming: Incoming, deliver: Deliver): Promise<void> {
    if (!this.#open || !this.#deliveries.isNew(incoming.delivery)) return;
    const work = this.#serve(incoming, deliver);
    this.#underWay.add(work);
    await work;
    this.#underWay.delete(work);
  }

  /** Takes nothing new, and waits for what is under way, but no longer than that. */
  async close(withinMs: number): Promise<void> {
    this.#open = false;
    const timeout = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
    await Promise.race([Promise.allSettled(this.#underWay), timeout]);
  }

  /** Whether the bot answered in the thread lately, so that what is said there may be a follow-up. */
  follows(thread: string, place: Place): boolean {
    return this.#settings.of(place).followUps && this.#now() - (this.#answered.get(thread) ?? Number.NEGATIVE_INFINITY) < FOLLOW_UP_MS;
  }

  /** Whether what is written under that message of the bot's is for it, without naming it. */
  listensTo(place: Place, under: string): boolean {
    return this.#desks.some((desk) => desk.listensTo?.(place, under) ?? false);
  }

  async #serve(incoming: Incoming, deliver: Deliver): Promise<void> {
    const id = randomBytes(4).toString('hex');
    const started = performance.now();
    try {
      if (!(await this.#claims.claim(incoming.delivery))) return;
      const served = await this.#answer(incoming);
      if (served === null) return;
      const { outgoing, answered } = served;
      if (answered !== null) this.#book.note(answered);
      await deliver(outgoing);
      const ms = performance.now() - started;
      if (answered !== null) this.#book.shown(answered, ms);
      if (outgoing.kind === 'say' && outgoing.audience === 'public') this.#answered.set(incoming.thread, this.#now());
      this.#log.debug({ id, delivery: incoming.delivery, platform: incoming.platform, request: incoming.request.kind, ms: Math.round(ms) }, 'answered');
    } catch (error) {
      await this.#tellFailure(id, incoming, error, deliver);
    }
  }

  async #tellFailure(id: string, incoming: Incoming, error: unknown, deliver: Deliver): Promise<void> {
    if (error instanceof StateError) return this.#tell(NO_STATE[this.#language(incoming)], incoming, deliver);
    this.#log.error(
      { id, delivery: incoming.delivery, platform: incoming.platform, request: incoming.request.kind, error: describeError(error) },
      'a request failed',
    );
    // A remark was not said to the bot: whoever made it waits for nothing.
    if (incoming.request.kind === 'remark') return;
    await this.#tell(this.#texts(incoming).failed(id), incoming, deliver);
  }

  async #tell(text: string, incoming: Incoming, deliver: Deliver): Promise<void> {
    try {
      await deliver(this.#say(text, 'private', incoming));
    } catch (second) {
      this.#log.error({ error: describeError(second) }, 'nor could the person be told');
    }
  }

  async #answer(incoming: Incoming): Promise<Served | null> {
    const { request } = incoming;
    const heard = await this.#hear(incoming);
    if (heard !== null) return only(heard);
    if (request.kind === 'remark') return this.#answerRemark(request.text, incoming);
    const wait = this.#rateLimit.wait(incoming.person.id);
    if (wait > 0) return only(this.#say(this.#texts(incoming).tooMany(wait), 'private', incoming));
    if (!this.#mayAnswer(incoming)) return only(this.#say(this.#texts(incoming).notHere, 'private', incoming));
    switch (request.kind) {
      case 'question':
        return WANTS_HELP.test(request.text) ? this.#run('help', new Map(), incoming) : this.#ask(request.text, incoming, incoming.audience);
      case 'command':
        return this.#run(request.name, request.given, incoming);
      case 'typed':
        return this.#answerTyped(request.text, incoming);
      case 'press':
        return this.#press(request.action, incoming);
      case 'submit':
        return this.#submit(request.action, request.values, incoming);
    }
  }

  /** What is written under a message of the bot's may be for one of the desks. */
  async #hear(incoming: Incoming): Promise<Outgoing | null> {
    const { request, under, place } = incoming;
    if (under === null || !('text' in request)) return null;
    const desk = this.#desks.find((one) => one.listensTo?.(place, under) ?? false);
    return (await desk?.hear?.(request.text, this.#visit(incoming))) ?? null;
  }

  /** Those who look after the bot may change where it answers from anywhere, and what concerns nobody but its asker may be asked for there, too. */
  #mayAnswer({ place, request }: Incoming): boolean {
    if (place.direct || this.#settings.of(place).answers) return true;
    if (request.kind === 'command') return this.#isForAnywhere(request.name);
    if (request.kind === 'typed') return this.#isForAnywhere(request.text.trim().split(/\s/u, 1)[0] ?? '');
    return request.kind === 'submit' || (request.kind === 'press' && readAction(request.action)?.kind !== 'ask');
  }

  #isForAnywhere(name: string): boolean {
    return this.#bot.commands.some((command) => (command.admin || command.alone) && command.name === name.toLowerCase());
  }

  #answerRemark(text: string, incoming: Incoming): Served | null {
    const { thread, place, person } = incoming;
    if (!this.follows(thread, place) || !this.#mayAnswer(incoming) || !this.#asksOn(text, this.#conversation(incoming))) return null;
    if (this.#rateLimit.wait(person.id) > 0) return null;
    return this.#ask(text, incoming, incoming.audience);
  }

  /**
   * Whether a remark is a question with an answer, by itself as well, and with another one than was given last:
   * "thanks" and "good point" lean on the question before, and would have its answer again.
   */
  #asksOn(text: string, { questions, language }: Conversation): boolean {
    const reply = this.#bot.ask(text, questions, language);
    if (reply.status !== 'answered' || this.#bot.ask(text, [], language).status !== 'answered') return false;
    const last = questions.at(-1);
    return last === undefined || this.#bot.ask(last, questions.slice(0, -1), language).facts.join() !== reply.facts.join();
  }

  async #answerTyped(text: string, incoming: Incoming): Promise<Served> {
    const typed = readTyped(text, this.#bot.commands, (command, given) => this.#bot.accepts(command, given));
    switch (typed.kind) {
      case 'help':
        return this.#run('help', new Map(), incoming);
      case 'command':
        return this.#run(typed.name, typed.given, incoming);
      case 'question':
        return this.#ask(typed.text, incoming, typed.public ? 'public' : this.#audience(incoming));
    }
  }

  /** What is private by the platform's habit may be made public there. */
  #audience({ audience, place }: Incoming): Audience {
    return audience === 'private' && !this.#settings.of(place).privateByDefault ? 'public' : audience;
  }

  #ask(question: string, incoming: Incoming, audience: Audience): Served {
    const conversation = this.#conversation(incoming);
    const thread = conversation.questions;
    return this.#complete(question, thread, conversation.ask(question, this.#settings.of(incoming.place).language), incoming, audience);
  }

  /** An answer with all that stands below it. */
  #complete(question: string, thread: readonly string[], reply: Reply, { place, person }: Incoming, audience: Audience): Served {
    const answered: Answered = { id: randomUUID(), at: new Date(this.#now()), place, audience, person: this.#hash(person.id), question, thread, reply };
    const below = this.#desks.flatMap((desk) => desk.below?.(answered) ?? []);
    const shown = this.#withButtons(reply, audience, person.id);
    return { outgoing: { kind: 'say', reply: { ...shown, blocks: joinButtons([...shown.blocks, ...below]) }, audience }, answered };
  }

  async #run(name: string, given: GivenOptions, incoming: Incoming): Promise<Served> {
    const command = this.#bot.commands.find((one) => one.name === name.toLowerCase());
    const admin = command?.admin === true && (await isAdminFor(command, incoming.person));
    if (command?.admin && !admin)
      this.#log.warn({ platform: incoming.platform, person: this.#hash(incoming.person.id), command: name }, 'refused: not an admin');
    const asked = given.get('public');
    const options = new Map([...given].filter(([option]) => option !== 'public'));
    const conversation = this.#conversation(incoming);
    const thread = conversation.questions;
    const questions: string[] = [];
    const { person, place, prefix } = incoming;
    const reply = await this.#bot.run(name, options, {
      conversation,
      admin,
      isAdmin: person.isAdmin,
      prefix,
      own: [],
      buttons: true,
      id: person.id,
      person: this.#hash(person.id),
      place,
      language: person.language,
      only: this.#settings.of(place).language,
      onAsk: (question) => questions.push(question),
    });
    const audience = command?.admin || command?.alone ? 'private' : asked?.[0] === 'true' ? 'public' : this.#audience(incoming);
    const [question] = questions;
    if (question !== undefined) return this.#complete(question, thread, reply, incoming, audience);
    return only({ kind: 'say', reply: reply.facts.length > 0 ? this.#withButtons(reply, audience, person.id) : reply, audience });
  }

  async #press(written: string, incoming: Incoming): Promise<Served> {
    const action = readAction(written);
    if (action === null) return only(this.#stale(incoming));
    if (action.kind === 'ask') return this.#ask(action.question, incoming, incoming.audience);
    const served = await this.#atDesks((desk) => desk.press?.(action, this.#visit(incoming)));
    return only(served ?? (await this.#pressOwn(action, incoming)));
  }

  async #submit(written: string, values: ReadonlyMap<string, readonly string[]>, incoming: Incoming): Promise<Served> {
    const action = readAction(written);
    const served = action && (await this.#atDesks((desk) => desk.submit?.(action, values, this.#visit(incoming))));
    return only(served ?? this.#stale(incoming));
  }

  /** The first desk that it belongs to serves it. */
  async #atDesks(serve: (desk: Desk) => Promise<Outgoing | null> | undefined): Promise<Outgoing | null> {
    for (const desk of this.#desks) {
      const outgoing = await serve(desk);
      if (outgoing != null) return outgoing;
    }
    return null;
  }

  #stale(incoming: Incoming): Outgoing {
    return this.#say(this.#texts(incoming).stale, 'private', incoming);
  }

  async #pressOwn(action: Action, incoming: Incoming): Promise<Outgoing> {
    const texts = this.#texts(incoming);
    switch (action.kind) {
      case 'source':
        return this.#showSource(action.facts, incoming);
      case 'share':
        return this.#share(action.answer, incoming);
      case 'dismiss': {
        const allowed = action.asker === shortId(incoming.person.id) || (await incoming.person.isModerator());
        return allowed ? { kind: 'remove' } : this.#say(texts.notYours, 'private', incoming);
      }
      default:
        return this.#stale(incoming);
    }
  }

  #showSource(facts: readonly string[], incoming: Incoming): Outgoing {
    const visit = this.#visit(incoming);
    const texts = RECEPTION_TEXTS[visit.language];
    const passages = this.#bot.library.passages(facts, visit.language);
    if (passages.length === 0) return sayTo(visit, lead(texts.noSuchFacts(visit.version)));
    const blocks: Block[] = [{ kind: 'heading', text: texts.passages }, ...passages];
    return { kind: 'say', reply: plainReply(blocks, visit.language, visit.version), audience: 'private' };
  }

  async #share(id: string, incoming: Incoming): Promise<Outgoing> {
    const texts = this.#texts(incoming);
    const shared = this.#shared.get(id);
    if (shared === undefined) return this.#stale(incoming);
    if (shared.asker !== incoming.person.id && !(await incoming.person.isModerator())) return this.#say(texts.notYours, 'private', incoming);
    return { kind: 'say', reply: this.#withButtons(shared.reply, 'public', shared.asker), audience: 'public' };
  }

  /**
   * Under an answer: its passages, and showing it to everybody or taking it away.
   * @param asker id of the person whose question it answers
   */
  #withButtons(reply: Reply, audience: Audience, asker: string): Reply {
    const texts = RECEPTION_TEXTS[reply.language];
    const source = writeAction({ kind: 'source', facts: reply.facts.slice(0, MOST_SOURCES).map(shortId) });
    const last = audience === 'private' ? this.#shareButton(reply, asker) : button(texts.dismiss, { kind: 'dismiss', asker: shortId(asker) });
    const first: Button[] = source !== null && reply.facts.length > 0 ? [{ label: texts.source, action: source, style: 'plain' }] : [];
    return { ...reply, blocks: [...reply.blocks, { kind: 'buttons', buttons: [...first, ...last] }] };
  }

  #shareButton(reply: Reply, asker: string): Button[] {
    const id = randomBytes(6).toString('base64url');
    this.#shared.set(id, { reply, asker });
    return button(RECEPTION_TEXTS[reply.language].share, { kind: 'share', answer: id });
  }

  #conversation({ thread, person }: Incoming): Conversation {
    const key = `${thread} ${person.id}`;
    const known = this.#conversations.get(key);
    if (known) return known;
    const conversation = this.#bot.converse(person.language);
    this.#conversations.set(key, conversation);
    return conversation;
  }

  /** What they asked is no longer leant on, and what they were told in private can no longer be shared. */
  #forget(person: string): void {
    this.#conversations.deleteWhere((_, key) => this.#hash(key.slice(key.lastIndexOf(' ') + 1)) === person);
    this.#shared.deleteWhere(({ asker }) => this.#hash(asker) === person);
  }

  #visit(incoming: Incoming): Visit {
    return { incoming, language: this.#language(incoming), person: this.#hash(incoming.person.id), version: this.#bot.library.version };
  }

  #language(incoming: Incoming): Language {
    return this.#settings.of(incoming.place).language ?? this.#conversation(incoming).language;
  }

  #texts(incoming: Incoming) {
    return RECEPTION_TEXTS[this.#language(incoming)];
  }

  #say(text: string, audience: Audience, incoming: Incoming): Outgoing {
    return { kind: 'say', reply: plainReply([lead(text)], this.#language(incoming), this.#bot.library.version), audience };
  }
}

/** As many as a button can name. */
const MOST_SOURCES = 13;

function button(label: string, action: Action): Button[] {
  const written = writeAction(action);
  return written === null ? [] : [{ label, action: written, style: 'plain' }];
}

function isAdminFor({ local }: Command, person: Person): Promise<boolean> {
  return local ? isLocalAdmin(person) : person.isAdmin();
}

/** One row of buttons where a desk has more of them. */
function joinButtons(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'buttons' && last?.kind === 'buttons') joined.splice(-1, 1, { kind: 'buttons', buttons: [...last.buttons, ...block.buttons] });
    else joined.push(block);
  }
  return joined;
}

function only(outgoing: Outgoing): Served {
  return { outgoing, answered: null };
}

import { randomBytes } from 'node:crypto';
import { describeError, type Log } from '../log.ts';
import type { Block, Button, Reply } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';
import { type Action, readAction, shortId, writeAction } from './action.ts';
import type { Bot } from './bot.ts';
import type { Conversation } from './conversation.ts';
import { Deliveries } from './deliveries.ts';
import type { GivenOptions } from './given-options.ts';
import type { Audience, Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';
import { RateLimit } from './rate-limit.ts';
import { readTyped } from './read-typed.ts';
import { Recent } from './recent.ts';
import { RECEPTION_TEXTS } from './reception-texts.ts';

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
};

/** Shows an outgoing on its platform; ends when the platform has taken it. */
export type Deliver = (outgoing: Outgoing) => Promise<void>;

type Shared = { readonly reply: Reply; readonly asker: string };

/** Receives whatever people ask on any platform, and has each answered once. */
export class Reception {
  readonly #bot: Bot;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #threadFollowUps: boolean;
  readonly #deliveries: Deliveries;
  readonly #rateLimit: RateLimit;
  readonly #conversations = new Recent<Conversation>(MOST_CONVERSATIONS);
  /** By thread: when the bot last answered there for all to see. */
  readonly #answered = new Recent<number>(MOST_CONVERSATIONS);
  readonly #shared = new Recent<Shared>(MOST_SHARED);
  readonly #underWay = new Set<Promise<void>>();
  #open = true;

  constructor({ bot, log, now, threadFollowUps }: ReceptionParts) {
    this.#bot = bot;
    this.#log = log;
    this.#now = now;
    this.#threadFollowUps = threadFollowUps;
    this.#deliveries = new Deliveries(now);
    this.#rateLimit = new RateLimit(QUESTIONS_A_MINUTE, now);
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
  follows(thread: string): boolean {
    return this.#threadFollowUps && this.#now() - (this.#answered.get(thread) ?? Number.NEGATIVE_INFINITY) < FOLLOW_UP_MS;
  }

  async #serve(incoming: Incoming, deliver: Deliver): Promise<void> {
    const started = this.#now();
    try {
      const outgoing = await this.#answer(incoming);
      if (outgoing === null) return;
      await deliver(outgoing);
      if (outgoing.kind === 'say' && outgoing.audience === 'public') this.#answered.set(incoming.thread, this.#now());
      this.#log.debug({ platform: incoming.platform, request: incoming.request.kind, ms: this.#now() - started }, 'answered');
    } catch (error) {
      await this.#tellFailure(incoming, error, deliver);
    }
  }

  async #tellFailure(incoming: Incoming, error: unknown, deliver: Deliver): Promise<void> {
    const id = randomBytes(4).toString('hex');
    this.#log.error({ id, platform: incoming.platform, request: incoming.request.kind, error: describeError(error) }, 'a request failed');
    // A remark was not said to the bot: whoever made it waits for nothing.
    if (incoming.request.kind === 'remark') return;
    try {
      await deliver(this.#say(RECEPTION_TEXTS[this.#conversation(incoming).language].failed(id), 'private', incoming));
    } catch (second) {
      this.#log.error({ id, error: describeError(second) }, 'nor could the person be told');
    }
  }

  async #answer(incoming: Incoming): Promise<Outgoing | null> {
    const { request } = incoming;
    if (request.kind === 'remark') return this.#answerRemark(request.text, incoming);
    const wait = this.#rateLimit.wait(incoming.person.id);
    if (wait > 0) return this.#say(RECEPTION_TEXTS[this.#conversation(incoming).language].tooMany(wait), 'private', incoming);
    switch (request.kind) {
      case 'question':
        return WANTS_HELP.test(request.text) ? this.#run('help', new Map(), incoming) : this.#ask(request.text, incoming, incoming.audience);
      case 'command':
        return this.#run(request.name, request.given, incoming);
      case 'typed':
        return this.#answerTyped(request.text, incoming);
      case 'press':
        return this.#press(request.action, incoming);
    }
  }

  #answerRemark(text: string, incoming: Incoming): Outgoing | null {
    if (!this.follows(incoming.thread) || !this.#asksOn(text, this.#conversation(incoming))) return null;
    if (this.#rateLimit.wait(incoming.person.id) > 0) return null;
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

  async #answerTyped(text: string, incoming: Incoming): Promise<Outgoing> {
    const typed = readTyped(text, this.#bot.commands, (command, given) => this.#bot.accepts(command, given));
    switch (typed.kind) {
      case 'help':
        return this.#run('help', new Map(), incoming);
      case 'command':
        return this.#run(typed.name, typed.given, incoming);
      case 'question':
        return this.#ask(typed.text, incoming, typed.public ? 'public' : incoming.audience);
    }
  }

  #ask(question: string, incoming: Incoming, audience: Audience): Outgoing {
    const reply = this.#conversation(incoming).ask(question);
    return { kind: 'say', reply: this.#withButtons(reply, audience, incoming.person.id), audience };
  }

  async #run(name: string, given: GivenOptions, incoming: Incoming): Promise<Outgoing> {
    const command = this.#bot.commands.find((one) => one.name === name.toLowerCase());
    const admin = command?.admin === true && (await incoming.person.isAdmin());
    if (command?.admin && !admin) this.#log.warn({ platform: incoming.platform, person: incoming.person.id, command: name }, 'refused: not an admin');
    const asked = given.get('public');
    const options = new Map([...given].filter(([option]) => option !== 'public'));
    const conversation = this.#conversation(incoming);
    const asker = { conversation, admin, prefix: incoming.prefix, own: [], buttons: true, id: incoming.person.id, language: incoming.person.language };
    const reply = await this.#bot.run(name, options, asker);
    const audience = command?.admin ? 'private' : asked?.[0] === 'true' ? 'public' : incoming.audience;
    return { kind: 'say', reply: reply.facts.length > 0 ? this.#withButtons(reply, audience, incoming.person.id) : reply, audience };
  }

  async #press(written: string, incoming: Incoming): Promise<Outgoing> {
    const action = readAction(written);
    const texts = RECEPTION_TEXTS[this.#conversation(incoming).language];
    switch (action?.kind) {
      case 'ask':
        return this.#ask(action.question, incoming, incoming.audience);
      case 'source':
        return this.#showSource(action.facts, incoming);
      case 'share':
        return this.#share(action.answer, incoming);
      case 'dismiss': {
        const allowed = action.asker === shortId(incoming.person.id) || (await incoming.person.isModerator());
        return allowed ? { kind: 'remove' } : this.#say(texts.notYours, 'private', incoming);
      }
      case 'apply':
      case 'cancel':
        return this.#decideReload(action, incoming);
      case undefined:
        return this.#say(texts.stale, 'private', incoming);
    }
  }

  #showSource(facts: readonly string[], incoming: Incoming): Outgoing {
    const { language } = this.#conversation(incoming);
    const texts = RECEPTION_TEXTS[language];
    const passages = this.#bot.library.passages(facts, language);
    if (passages.length === 0) return this.#say(texts.noSuchFacts(this.#bot.library.version), 'private', incoming);
    return { kind: 'say', reply: this.#reply([{ kind: 'heading', text: texts.passages }, ...passages], language), audience: 'private' };
  }

  async #share(id: string, incoming: Incoming): Promise<Outgoing> {
    const texts = RECEPTION_TEXTS[this.#conversation(incoming).language];
    const shared = this.#shared.get(id);
    if (shared === undefined) return this.#say(texts.stale, 'private', incoming);
    if (shared.asker !== incoming.person.id && !(await incoming.person.isModerator())) return this.#say(texts.notYours, 'private', incoming);
    return { kind: 'say', reply: this.#withButtons(shared.reply, 'public', shared.asker), audience: 'public' };
  }

  async #decideReload(action: Extract<Action, { kind: 'apply' | 'cancel' }>, incoming: Incoming): Promise<Outgoing> {
    const { language } = this.#conversation(incoming);
    const texts = RECEPTION_TEXTS[language];
    if (!(await incoming.person.isAdmin())) {
      this.#log.warn({ platform: incoming.platform, person: incoming.person.id, action: action.kind }, 'refused: not an admin');
      return this.#say(texts.adminsOnly, 'private', incoming);
    }
    const from = this.#bot.library.version;
    if (action.kind === 'cancel') {
      this.#bot.dropPrepared(action.version);
      return { kind: 'replace', reply: this.#reply([lead(texts.cancelled(from))], language) };
    }
    const applied = this.#bot.applyPrepared(action.version, incoming.person.id);
    return { kind: 'replace', reply: this.#reply([lead(applied ? texts.applied(from, action.version) : texts.outdated(from))], language) };
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

  #say(text: string, audience: Audience, incoming: Incoming): Outgoing {
    return { kind: 'say', reply: this.#reply([lead(text)], this.#conversation(incoming).language), audience };
  }

  #reply(blocks: readonly Block[], language: Language): Reply {
    return { language, status: 'answered', reason: null, blocks, facts: [], sources: [], suggestions: [], version: this.#bot.library.version };
  }
}

/** As many as a button can name. */
const MOST_SOURCES = 13;

function button(label: string, action: Action): Button[] {
  const written = writeAction(action);
  return written === null ? [] : [{ label, action: written, style: 'plain' }];
}

function lead(text: string): Block {
  return { kind: 'text', text, tone: 'lead' };
}

import { diffFactBases } from '../facts/diff-fact-bases.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { orderNames } from '../index/order-names.ts';
import { describeProblem } from '../reading/problem.ts';
import type { Reply } from '../reply/reply.ts';
import { noRecords } from '../state/no-records.ts';
import type { Records } from '../state/records.ts';
import { StateError } from '../state/state-error.ts';
import type { Language } from '../text/language.ts';
import { writeAction } from './action.ts';
import { answerQuestion } from './answer-question.ts';
import type { Command, CommandContext, CommandOption, CommandResult } from './command.ts';
import { COMMAND_TEXTS } from './command-texts.ts';
import { CompanyFinder } from './company-finder.ts';
import { Conversation } from './conversation.ts';
import { echoTyped } from './echo-typed.ts';
import { type GivenOptions, parseOptions } from './given-options.ts';
import type { Knowledge, LoadKnowledge } from './knowledge.ts';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';
import type { Place } from './place.ts';
import { readOptions } from './read-options.ts';
import { Recent } from './recent.ts';
import type { ReloadOutcome } from './reload-outcome.ts';
import { usageOf } from './usage.ts';
import { warmUp } from './warm-up.ts';

/** Who asks for a command, and where. */
export type Asker = {
  readonly conversation: Conversation;
  readonly admin: boolean;
  /** What is written before a command's name there. */
  readonly prefix: string;
  /** Commands that there are in this place only. */
  readonly own: readonly Command[];
  /** Whether there are buttons, so that something can be shown first and decided after. */
  readonly buttons: boolean;
  /** Who it is, for the log. */
  readonly id: string;
  /** Of their client, where it is known; otherwise commands speak the conversation's. */
  readonly language?: Language | null;
  /** Of every answer, whatever the question is in. */
  readonly only?: Language | null;
  /** Hears of each question that a command asks. */
  readonly onAsk?: (question: string) => void;
  /** Keyed hash that stands for whoever asks. */
  readonly person?: string;
  /** Null in a terminal. */
  readonly place?: Place | null;
};

export type BotParts = {
  readonly knowledge: Knowledge;
  readonly load: LoadKnowledge;
  readonly commands: readonly Command[];
  /** Spoken where nobody has shown another one. */
  readonly language: Language;
  /** Hears of each reload that was tried. */
  readonly onReload?: (reload: Reloaded) => void;
  /** What it remembers; nothing by default. */
  readonly records?: Records;
};

/** A reload as it went: what it would change, or how many problems kept it from changing anything. */
export type Reloaded = { readonly by: string; readonly from: string; readonly outcome: ReloadOutcome };

/** What was loaded beside the running version and waits for somebody to apply it. */
type Prepared = { readonly edition: Edition; readonly outcome: Extract<ReloadOutcome, { readonly ok: true }> };

/** Everything that is made of one version of the fact base. */
type Edition = {
  readonly knowledge: Knowledge;
  readonly library: Library;
  readonly finder: CompanyFinder;
  /** The same question gets the same answer: many people ask the same, above all by pressing the same buttons. */
  readonly answers: Recent<Reply>;
};

const MOST_ANSWERS = 1_000;
const LONGEST_REMEMBERED = 1_000;

/** Answers questions and runs commands for every platform alike. What it knows stands behind one reference, which a reload swaps. */
export class Bot {
  readonly commands: readonly Command[];
  readonly #load: LoadKnowledge;
  readonly #language: Language;
  readonly #onReload: (reload: Reloaded) => void;
  readonly #records: Records;
  #edition: Edition;
  #prepared: Prepared | null = null;
  #lastReload: Promise<unknown> = Promise.resolve();

  constructor({ knowledge, load, commands, language, onReload = () => {}, records = noRecords() }: BotParts) {
    this.#edition = publish(knowledge);
    this.#load = load;
    this.commands = commands;
    this.#language = language;
    this.#onReload = onReload;
    this.#records = records;
  }

  /** Takes a quarter of a second, and spares it whoever asks first. */
  warmUp(): void {
    warmUp(this.#edition.knowledge.index);
  }

  /** What it knows now; stays as it is when the bot goes on to another version. */
  get library(): Library {
    return this.#edition.library;
  }

  /**
   * @param thread earlier questions of the same person, oldest first
   * @param only language of the answer, whatever the question is in
   */
  ask(question: string, thread: readonly string[], fallback: Language = this.#language, only: Language | null = null): Reply {
    const { knowledge, answers } = this.#edition;
    const key = JSON.stringify([fallback, only, question, ...thread]);
    const known = answers.get(key);
    if (known) return known;
    const reply = answerQuestion(question, thread, knowledge.index, fallback, only);
    if (key.length <= LONGEST_REMEMBERED) answers.set(key, reply);
    return reply;
  }

  /** @param language of the person's client, where it is known */
  converse(language: Language | null = null): Conversation {
    const spoken = language ?? this.#language;
    return new Conversation((question, thread, only) => this.ask(question, thread, spoken, only), spoken);
  }

  /** Whether a command can do with the options as they were given. */
  accepts(command: Command, given: GivenOptions): boolean {
    return readOptions(command, given, this.#edition.finder, this.#language, '').ok;
  }

  /** Names that an option can take, for what was typed of it so far; best first. */
  complete(option: CommandOption, typed: string, language: Language): string[] {
    return option.kind === 'company' ? this.#edition.finder.complete(typed, language) : [];
  }

  /** Runs a command as typed without its prefix: `compare klarna fiverr`. */
  async runTyped(text: string, asker: Asker): Promise<Reply> {
    const [, name = '', rest = ''] = /^\s*(\S*)\s*(.*)$/su.exec(text) ?? [];
    const command = findCommand(name, this.#commandsOf(asker));
    return this.run(name, command ? parseOptions(rest, command) : new Map(), asker);
  }

  async run(name: string, given: GivenOptions, asker: Asker): Promise<Reply> {
    const { library, finder } = this.#edition;
    const { conversation, admin, prefix } = asker;
    const commands = this.#commandsOf(asker);
    const language = asker.only ?? asker.language ?? conversation.language;
    const command = findCommand(name, commands);
    if (command === undefined) return refuse(unknownCommand(name, commands, prefix, language), language, library);
    if (command.admin && !admin) return refuse([COMMAND_TEXTS[language].adminsOnly(command.name)], language, library);
    const options = readOptions(command, given, finder, language, prefix);
    if (!options.ok) return refuse(options.refusal, language, library);
    let { version } = library;
    const context: CommandContext = {
      language,
      prefix,
      usage: (one) => usageOf(one, prefix),
      commands,
      library,
      ask: (question) => {
        asker.onAsk?.(question);
        return conversation.ask(question, asker.only ?? null);
      },
      buttons: asker.buttons,
      person: asker.person ?? '',
      place: asker.place ?? null,
      records: this.#records,
      action: (action) => writeAction(action) ?? '',
      reload: async (apply) => {
        const outcome = await this.reload(asker.id, apply);
        version = versionAfter(outcome);
        return outcome;
      },
    };
    try {
      return asReply(await command.run(context, options.values), language, version);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      return refuse([COMMAND_TEXTS[language].noState, ...(admin ? [error.message] : [])], language, library);
    }
  }

  /**
   * Loads and builds beside what is in use, and swaps where that is wanted. One that is asked for during another comes after it.
   * @param apply false: it waits for `applyPrepared`
   */
  reload(by: string, apply: boolean): Promise<ReloadOutcome> {
    const reload = this.#lastReload.then(() => this.#reloadNow(by, apply));
    this.#lastReload = reload.catch(() => undefined);
    return reload;
  }

  /** Swaps to what was loaded last, where it is that version. */
  applyPrepared(version: string, by: string): boolean {
    const prepared = this.#prepared;
    if (prepared?.edition.library.version !== version) return false;
    this.#prepared = null;
    const from = this.#edition.library.version;
    this.#edition = prepared.edition;
    this.#onReload({ by, from, outcome: { ...prepared.outcome, applied: true } });
    return true;
  }

  dropPrepared(version: string): void {
    if (this.#prepared?.edition.library.version === version) this.#prepared = null;
  }

  async #reloadNow(by: string, apply: boolean): Promise<ReloadOutcome> {
    const loaded = await this.#load();
    const before: FactBase = this.#edition.knowledge.base;
    const outcome: ReloadOutcome = loaded.ok
      ? { ok: true, diff: diffFactBases(before, loaded.knowledge.base), applied: apply }
      : { ok: false, problems: loaded.problems.map(describeProblem), version: before.version };
    if (loaded.ok && outcome.ok) {
      const edition = publish(loaded.knowledge);
      this.#prepared = apply ? null : { edition, outcome };
      if (apply) this.#edition = edition;
    }
    this.#onReload({ by, from: before.version, outcome });
    return outcome;
  }

  #commandsOf({ own }: Asker): readonly Command[] {
    return [...this.commands, ...own];
  }
}

function findCommand(name: string, commands: readonly Command[]): Command | undefined {
  return commands.find((command) => command.name === name.toLowerCase());
}

function unknownCommand(typed: string, commands: readonly Command[], prefix: string, language: Language): string[] {
  const texts = COMMAND_TEXTS[language];
  const names = commands.map(({ name }) => name);
  const near = orderNames(typed, names).slice(0, 2);
  const written = (name: string) => `${prefix}${name}`;
  return [texts.noCommand(echoTyped(typed)), ...(near.length > 0 ? [texts.meant(near.map(written))] : []), texts.commands(names.map(written))];
}

function publish(knowledge: Knowledge): Edition {
  return { knowledge, library: openLibrary(knowledge), finder: new CompanyFinder(knowledge.base), answers: new Recent(MOST_ANSWERS) };
}

function versionAfter(outcome: ReloadOutcome): string {
  if (!outcome.ok) return outcome.version;
  return outcome.applied ? outcome.diff.to : outcome.diff.from;
}

function asReply(result: CommandResult, language: Language, version: string): Reply {
  if ('blocks' in result) return result;
  const suggestions = result.flatMap((block) => (block.kind === 'questions' ? block.questions : []));
  return { language, status: 'answered', reason: null, blocks: result, facts: [], sources: [], suggestions, version };
}

function refuse(sentences: readonly string[], language: Language, { version }: Library): Reply {
  const [first = '', ...rest] = sentences;
  const blocks = [{ kind: 'text', tone: 'lead', text: first } as const, ...rest.map((text) => ({ kind: 'text', tone: 'plain', text }) as const)];
  return { language, status: 'unknown', reason: 'unclear', blocks, facts: [], sources: [], suggestions: [], version };
}

import { orderNames } from '../index/order-names.ts';
import type { Reply } from '../reply/reply.ts';
import { noRecords } from '../state/no-records.ts';
import type { Records } from '../state/records.ts';
import { StateError } from '../state/state-error.ts';
import type { Language } from '../text/language.ts';
import { writeAction } from './action.ts';
import { answerTraced } from './answer-question.ts';
import type { Answered } from './answered.ts';
import type { Command, CommandContext, CommandOption, CommandResult } from './command.ts';
import { COMMAND_TEXTS } from './command-texts.ts';
import { Conversation } from './conversation.ts';
import { echoTyped } from './echo-typed.ts';
import { describeDiff } from './editions/describe-diff.ts';
import type { Edition } from './editions/edition.ts';
import { EditionKeeper, type Reloaded } from './editions/edition-keeper.ts';
import type { ReloadOutcome } from './editions/reload-outcome.ts';
import { completeChoice } from './find-choice.ts';
import { type GivenOptions, parseOptions } from './given-options.ts';
import type { Knowledge, LoadKnowledge } from './knowledge.ts';
import type { Library } from './library.ts';
import { likenessOf } from './likeness.ts';
import { NO_STATE } from './no-state.ts';
import type { Place } from './place.ts';
import { readOptions } from './read-options.ts';
import { usageOf } from './usage.ts';
import { warmUp } from './warm-up.ts';

/** Who asks for a command, and where. */
export type Asker = {
  readonly conversation: Conversation;
  /** For a command that only those may run who look after the bot. */
  readonly admin: boolean;
  /** The same, found out where it matters; by default what `admin` says. */
  readonly isAdmin?: () => Promise<boolean>;
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
  /** Of the data folder, where `knowledge` comes from elsewhere: another version, or null where it cannot be loaded. */
  readonly filesVersion?: string | null;
};

const LONGEST_REMEMBERED = 1_000;

/** Answers questions and runs commands for every platform alike. What it knows stands behind one reference, which a reload swaps. */
export class Bot {
  readonly commands: readonly Command[];
  /** Whatever has to do with versions of what it knows. */
  readonly editions: EditionKeeper;
  readonly #language: Language;
  readonly #records: Records;

  constructor({ knowledge, load, commands, language, onReload = () => {}, records = noRecords(), filesVersion = knowledge.base.version }: BotParts) {
    this.editions = new EditionKeeper({ knowledge, filesVersion, load, onReload });
    this.commands = commands;
    this.#language = language;
    this.#records = records;
  }

  /** Everything that is made of the version in use: whoever needs several parts takes them from one. */
  get #edition(): Edition {
    return this.editions.edition;
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
    const { knowledge, answers, traces } = this.#edition;
    const key = JSON.stringify([fallback, only, question, ...thread]);
    const known = answers.get(key);
    if (known) return known;
    const { reply, trace } = answerTraced(question, thread, knowledge.index, fallback, only);
    if (reply.status === 'unknown') traces.set(reply, trace);
    if (key.length <= LONGEST_REMEMBERED) answers.set(key, reply);
    return reply;
  }

  /** What a question that had no answer has in common with others that mean the same: see `likenessOf`. */
  likeness({ question, thread, reply }: Pick<Answered, 'question' | 'thread' | 'reply'>): string {
    const { knowledge, traces } = this.#edition;
    const trace = traces.get(reply) ?? answerTraced(question, thread, knowledge.index, reply.language, null).trace;
    return likenessOf(trace, knowledge.index);
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
    if (option.kind === 'choice') return completeChoice(typed, option.choices ?? [], language);
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
    const by = { id: asker.id, person: asker.person ?? asker.id };
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
      filesVersion: this.editions.filesVersion,
      describeDiff: (diff) => describeDiff(diff, language),
      isAdmin: asker.isAdmin ?? (() => Promise.resolve(admin)),
      reload: async (apply) => {
        const outcome = await this.editions.reload(by, apply);
        version = versionAfter(outcome);
        return outcome;
      },
      rollBack: async (to, apply) => {
        const outcome = await this.editions.rollBack(to, by, apply, null);
        if (outcome !== null) version = versionAfter(outcome);
        return outcome;
      },
    };
    try {
      return asReply(await command.run(context, options.values), language, version);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const texts = COMMAND_TEXTS[language];
      const off = this.#records.status().state.kind === 'off';
      return refuse(off ? [texts.nothingHere(command.name)] : [NO_STATE[language], ...(admin ? [error.message] : [])], language, library);
    }
  }

  /**
   * Loads and builds beside what is in use, and goes over to it where that is wanted.
   * @param by whoever is not a person, such as `signal`
   */
  reload(by: string, apply: boolean): Promise<ReloadOutcome> {
    return this.editions.reload({ id: by, person: by }, apply);
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

function versionAfter(outcome: ReloadOutcome): string {
  if (!outcome.ok) return outcome.version;
  if (outcome.meanwhile !== null) return outcome.meanwhile;
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

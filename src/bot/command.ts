import type { FactBaseDiff } from '../facts/diff-fact-bases.ts';
import type { Block, Reply } from '../reply/reply.ts';
import type { Records } from '../state/records.ts';
import type { Language, Localised } from '../text/language.ts';
import type { Action } from './action.ts';
import type { ReloadOutcome } from './editions/reload-outcome.ts';
import type { Library } from './library.ts';
import type { OptionValues } from './option-values.ts';
import type { Place } from './place.ts';

/** `text`: words as they are. `company`: the name of one that the documents know. `boolean`: set or not. `choice`: one of `choices`. */
export const OPTION_KINDS = ['text', 'company', 'boolean', 'choice'] as const;

/** `also`: other words for it, in any language. */
export type OptionChoice = { readonly value: string; readonly label: Localised; readonly also?: readonly string[] | undefined };

export type CommandOption = {
  readonly name: string;
  readonly description: Localised;
  readonly kind: (typeof OPTION_KINDS)[number];
  readonly required: boolean;
  /** It may be given several times. */
  readonly repeat?: boolean | undefined;
  /** Of one that is required and may be repeated: how many values it takes at least; one where not given. */
  readonly least?: number | undefined;
  /** Of the kind `choice`. */
  readonly choices?: readonly OptionChoice[] | undefined;
};

/** What a command may use; it knows of no platform. */
export type CommandContext = {
  /** The one that the conversation is held in. */
  readonly language: Language;
  /** What is written before a command's name where this one was asked: "/" in a terminal. */
  readonly prefix: string;
  /** How a command is written there, with its options. */
  readonly usage: (command: Command) => string;
  /** All that can be asked there, in order. */
  readonly commands: readonly Command[];
  /** What the bot knows: one version of it from the start of the command to its end. */
  readonly library: Library;
  readonly ask: (question: string) => Reply;
  /** Whether there are buttons, so that something can be shown first and decided after. */
  readonly buttons: boolean;
  /** What a button holds. */
  readonly action: (action: Action) => string;
  /** Keyed hash that stands for whoever asks. */
  readonly person: string;
  /** Null in a terminal. */
  readonly place: Place | null;
  /** What the bot remembers. Where it cannot remember, every one of them rejects, and whoever asked is told so. */
  readonly records: Records;
  /** @param apply false: what was loaded waits for somebody to apply it */
  readonly reload: (apply: boolean) => Promise<ReloadOutcome>;
  /**
   * Goes back to a version that was in use before.
   * @param apply false: only what would change
   * @returns null where there is none of that name
   */
  readonly rollBack: (version: string, apply: boolean) => Promise<ReloadOutcome | null>;
  /** What the data folder held when it was last loaded; null where that could not be used. */
  readonly filesVersion: string | null;
  /** What differs between two versions. */
  readonly describeDiff: (diff: FactBaseDiff) => readonly Block[];
  /** Whether whoever asks may look after the bot. It may take a moment, so only where it matters. */
  readonly isAdmin: () => Promise<boolean>;
};

/** Blocks alone where the reply rests on no fact in particular. */
export type CommandResult = Reply | readonly Block[];

/** The only definition of a command: help, registration and parsing on every platform come from it. */
export type Command = {
  readonly name: string;
  readonly description: Localised;
  /** Words without an option's name belong to the first one. */
  readonly options: readonly CommandOption[];
  /** Only for those who look after the bot. */
  readonly admin: boolean;
  /** Of these, whoever looks after the workspace or server is enough: it concerns nobody else. */
  readonly local?: boolean | undefined;
  /** Answered to its asker alone, whatever is set or asked for. */
  readonly alone?: boolean | undefined;
  readonly run: (context: CommandContext, values: OptionValues) => CommandResult | Promise<CommandResult>;
};

/** Where answers are private at first, every command takes this besides its own options. */
export const PUBLIC_OPTION = {
  name: 'public',
  description: { en: 'show the answer to everybody here', fr: 'montrer la réponse à tout le monde ici' },
  kind: 'boolean',
  required: false,
} satisfies CommandOption;

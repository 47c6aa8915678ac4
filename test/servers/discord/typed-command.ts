import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { optionsOf, type RegisteredCommand } from './command-registry.ts';
import type { CommandOption } from './command-schema.ts';
import type { Payload } from './payloads.ts';

type OptionValue = string | number | boolean;

export type Typed = {
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The option that is being typed, for autocomplete: nothing is required then. */
  readonly focused?: string;
};

const { Subcommand, Integer, Boolean: Truth, Number: Decimal } = ApplicationCommandOptionType;

/** The `options` of an interaction: what a person typed, as far as Discord's client lets them type it. */
export function optionsPayload(command: RegisteredCommand, typed: Typed): readonly Payload[] {
  const { subcommand } = typed;
  if (subcommand === undefined) return valuesPayload(optionsOf(command), typed, command.name);
  const found = optionsOf(command).find(({ type, name }) => type === Subcommand && name === subcommand);
  if (found === undefined) throw new Error(`/${command.name} has no subcommand ${subcommand}`);
  return [{ type: Subcommand, name: subcommand, options: valuesPayload(found.options ?? [], typed, `${command.name} ${subcommand}`) }];
}

function valuesPayload(registered: readonly CommandOption[], { options = {}, focused }: Typed, command: string): readonly Payload[] {
  for (const { name, required } of registered) {
    if (required && focused === undefined && !(name in options)) throw new Error(`/${command} needs the option ${name}`);
  }
  return Object.entries(options).map(([name, value]) => {
    const option = registered.find((one) => one.name === name);
    if (option === undefined) throw new Error(`/${command} has no option ${name}`);
    if (focused !== name) checkValue(option, value, command);
    if (focused === name && !option.autocomplete) throw new Error(`/${command}: the option ${name} has no autocomplete`);
    return { name, type: option.type, value, ...(focused === name ? { focused: true } : {}) };
  });
}

function checkValue({ name, type, choices = [], autocomplete, ...limits }: CommandOption, value: OptionValue, command: string): void {
  if (!fitsType(type, value)) throw new Error(`/${command}: ${JSON.stringify(value)} is no value for the option ${name}`);
  const chosen = choices.length === 0 || autocomplete || choices.some((choice) => choice.value === value);
  if (!chosen) throw new Error(`/${command}: ${JSON.stringify(value)} is none of the choices of ${name}`);
  const size = typeof value === 'string' ? value.length : Number(value);
  const [least, most] =
    typeof value === 'string' ? [limits.min_length ?? 0, limits.max_length ?? 6000] : [limits.min_value ?? -Infinity, limits.max_value ?? Infinity];
  if (typeof value !== 'boolean' && (size < least || size > most)) throw new Error(`/${command}: ${name} must lie between ${least} and ${most}`);
}

function fitsType(type: number, value: OptionValue): boolean {
  switch (type) {
    case Integer:
      return Number.isInteger(value);
    case Decimal:
      return typeof value === 'number';
    case Truth:
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
}

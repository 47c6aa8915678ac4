import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** A value of a command at its place: `layoffs › ask › question › max_length`. */
type Fields = ReadonlyMap<string, string>;

/** What Discord adds to a command on its own, or says where nothing was said. */
const NOT_OURS: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'name_localized',
  'description_localized',
  'default_permission',
  'dm_permission',
  'handler',
]);

/**
 * What publishing would change, a line each: `+` and `-` for commands, options and fields that come and go, `~` for those that change.
 * Nothing where all is as it should be.
 */
export function diffCommands(registered: readonly unknown[], wanted: readonly RESTPostAPIApplicationCommandsJSONBody[]): string[] {
  const [before, after] = [flattenAll(registered), flattenAll(wanted)];
  const places = [...new Set([...before.keys(), ...after.keys()])].sort();
  return places.flatMap((place) => describeChange(place, before.get(place), after.get(place)));
}

function describeChange(place: string, before: string | undefined, after: string | undefined): string[] {
  if (before === after) return [];
  if (before === undefined) return [`+ ${place}: ${after}`];
  return after === undefined ? [`- ${place}: ${before}`] : [`~ ${place}: ${before} → ${after}`];
}

function flattenAll(commands: readonly unknown[]): Fields {
  return new Map(commands.flatMap((command) => flatten(command, '')));
}

/** Options and commands stand at their name, everything else at its key; defaults are left out, as Discord leaves them out or puts them in. */
function flatten(value: unknown, place: string): [string, string][] {
  if (Array.isArray(value)) return value.every(isNamed) ? value.flatMap((one) => flatten(one, place)) : [[place, JSON.stringify(value)]];
  if (!isRecord(value)) return isDefault(value) ? [] : [[place, JSON.stringify(value)]];
  const here = isNamed(value) ? join(place, value.name) : place;
  return Object.entries(value)
    .filter(([key]) => !NOT_OURS.has(key) && !(key === 'name' && isNamed(value)))
    .flatMap(([key, held]) => flatten(held, key === 'options' ? here : join(here, key)));
}

function isDefault(value: unknown): boolean {
  return value === null || value === undefined || value === false || value === '';
}

function isNamed(value: unknown): value is { readonly name: string } {
  return isRecord(value) && typeof value['name'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(place: string, name: string): string {
  return place === '' ? name : `${place} › ${name}`;
}

import type { CommandOption } from '../../bot/command.ts';

const MOST = 5;

/** On Discord an option is given once; one that may be given several times is there under several names: `company`, `company2` … */
export function namesOf({ name, repeat }: Pick<CommandOption, 'name' | 'repeat'>): string[] {
  return repeat ? Array.from({ length: MOST }, (_, at) => (at === 0 ? name : `${name}${at + 1}`)) : [name];
}

/** The option that stands behind one of its names; the name itself where there is none. */
export function optionNameOf(name: string, options: readonly CommandOption[]): string {
  return options.find((option) => namesOf(option).includes(name))?.name ?? name;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type Command, OPTION_KINDS } from './command.ts';

/** Discord takes names of 32 characters and descriptions of 100; elsewhere there is more room. */
const name = z.string().regex(/^[a-z][a-z-]{0,31}$/, 'is not a name of 1 to 32 small letters and hyphens');
const description = z.strictObject({ en: z.string().min(1).max(100), fr: z.string().min(1).max(100) });
const choice = z.strictObject({ value: z.string().min(1).max(100), label: description, also: z.array(z.string().min(1)).optional() });
const option = z
  .strictObject({
    name,
    description,
    kind: z.enum(OPTION_KINDS),
    required: z.boolean(),
    repeat: z.boolean().optional(),
    least: z.int().min(1).max(5).optional(),
    choices: z.array(choice).min(1).max(25).optional(),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === (choices !== undefined), 'choices belong to the kind "choice", which needs them');
const command = z.strictObject({
  name,
  description,
  options: z
    .array(option)
    .refine((options) => new Set(options.map((one) => one.name)).size === options.length, 'two options have the same name')
    .refine(
      (options) => options.findLastIndex(({ required }) => required) < options.filter(({ required }) => required).length,
      'a required option stands behind one that is not',
    ),
  admin: z.boolean(),
  local: z.boolean().optional(),
  alone: z.boolean().optional(),
  run: z.custom<Command['run']>((value) => typeof value === 'function', 'is not a function'),
});

/**
 * Reads every definition in a folder. A file that does not define a command stops the start: it would be missed too late.
 * @throws AppError `BAD_COMMAND`, naming every such file
 */
export async function loadCommands(folder: string): Promise<Command[]> {
  const files = readdirSync(folder)
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const loaded = await Promise.all(files.map((file) => loadCommand(folder, file)));
  const faults = loaded.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (files.length === 0) faults.push(`${folder} holds no command`);
  if (faults.length > 0) throw new AppError('BAD_COMMAND', `Commands that cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return loaded.flatMap((one) => ('command' in one ? [one.command] : []));
}

async function loadCommand(folder: string, file: string): Promise<{ readonly command: Command } | { readonly fault: string }> {
  const wanted = file.replace(/\.\w+$/, '');
  const exported = wanted.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const place = join(folder, file);
  try {
    const module: unknown = await import(pathToFileURL(place).href);
    const parsed = z.object({ [exported]: command }).safeParse(module);
    const found = parsed.data?.[exported];
    if (found === undefined) return { fault: `${place}: ${describe(parsed.error)}` };
    return found.name === wanted ? { command: found } : { fault: `${place}: its command is named "${found.name}"; name it "${wanted}", like the file` };
  } catch (cause) {
    return { fault: `${place}: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

function describe(error: z.ZodError | undefined): string {
  return error?.issues.map(({ path, message }) => `export ${path.join('.')}: ${message}`).join('; ') ?? '';
}

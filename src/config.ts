import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { LANGUAGES, type Language } from './text/language.ts';

/** Everything that is set from outside; nothing else reads the environment. */
export type Config = Readonly<{
  /** Spoken until somebody shows another language. */
  defaultLanguage: Language;
  /** Absolute path of the folder that holds `data/` and `seeds/`. */
  dataFolder: string;
  noColor: boolean;
}>;

export const PROJECT_ROOT = join(import.meta.dirname, '..');

const environment = z.object({
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `is neither ${LANGUAGES.join(' nor ')}`).default('en'),
  DATA_FOLDER: z
    .string()
    .default(PROJECT_ROOT)
    .transform((folder) => resolve(folder))
    .refine(isFolder, { error: ({ input }) => `is no folder: ${String(input)}` }),
  // https://no-color.org: set to anything at all.
  NO_COLOR: z.string().default(''),
});

/**
 * Reads `.env`, then the environment, which has the last word. A variable that is set to nothing counts as not set.
 * @throws AppError `BAD_CONFIG`, naming every variable that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, file = join(PROJECT_ROOT, '.env')): Config {
  const variables = { ...env };
  readDotenv({ path: file, processEnv: variables, quiet: true });
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
    throw new AppError('BAD_CONFIG', `The configuration is wrong (.env.example explains each variable):\n${faults.join('\n')}`);
  }
  const { DEFAULT_LANGUAGE, DATA_FOLDER, NO_COLOR } = parsed.data;
  return Object.freeze({ defaultLanguage: DEFAULT_LANGUAGE, dataFolder: DATA_FOLDER, noColor: NO_COLOR !== '' });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

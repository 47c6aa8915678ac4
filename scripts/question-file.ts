import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../src/errors.ts';
import { describeProblem, wholeFile } from '../src/reading/problem.ts';
import { readYaml } from '../src/reading/read-yaml.ts';

const questions = z.array(
  z.strictObject({
    q: z.string(),
    lang: z.enum(['en', 'fr']),
    expect: z.enum(['answer', 'decline']),
    thread: z.array(z.string()).default([]),
    reason: z.enum(['not-in-documents', 'off-topic', 'unclear']).optional(),
    must: z.array(z.array(z.string())).default([]),
    must_not: z.array(z.string()).default([]),
    sources: z.array(z.string()).default([]),
    sources_all: z.array(z.string()).default([]),
  }),
);

/** A question of our own, with what makes an answer to it right. */
export type OwnQuestion = z.infer<typeof questions>[number] & { readonly kind: string };

/**
 * Reads `test/questions/*.yaml`; the file's name is the kind.
 * @throws AppError naming every problem
 */
export function readOwnQuestions(folder: string): OwnQuestion[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const file = readYaml(name, readFileSync(join(folder, name), 'utf8'), questions);
      if (Array.isArray(file))
        throw new AppError('BAD_QUESTIONS', [wholeFile(name, 'is not a file of questions', 'see below'), ...file].map(describeProblem).join('\n'));
      return file.value.map((question) => ({ ...question, kind: name.replace(/\.yaml$/, '') }));
    });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../../test/questions');
const fileSchema = z.array(z.looseObject({ q: z.string(), thread: z.array(z.string()).optional() }));

/** Of every kind of question in test/questions the first few that need no other before them: answered ones and not, English and French. */
export function realQuestions(ofEachKind = 3): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const all = fileSchema.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
      const alone = all.filter(({ q, thread }) => thread === undefined && q.trim() === q && /\p{L}{3}/u.test(q));
      return alone.slice(0, ofEachKind).map(({ q }) => q);
    });
}

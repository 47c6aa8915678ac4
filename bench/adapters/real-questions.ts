import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../../test/questions');
const LETTER = /\p{L}/gu;
/** So many give thousands of variants. */
const LEAST_LETTERS = 10;
const fileSchema = z.array(z.looseObject({ q: z.string(), thread: z.array(z.string()).optional() }));

/** Of every kind of question in test/questions the first few that need no other before them: answered ones and not, English and French. */
export function realQuestions(ofEachKind = 3): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const all = fileSchema.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
      const alone = all.filter(({ q, thread }) => thread === undefined && q.trim() === q && (q.match(LETTER)?.length ?? 0) >= LEAST_LETTERS);
      return alone.slice(0, ofEachKind).map(({ q }) => q);
    });
}

/** The same question as nobody wrote it yet: with other letters large, or small, for each number. To find its answer takes the same. */
export function varyCase(question: string, variant: number): string {
  let left = variant;
  return question.replace(LETTER, (letter) => {
    const flipped = left % 2 === 1;
    left = Math.floor(left / 2);
    if (!flipped) return letter;
    return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  });
}

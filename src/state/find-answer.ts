import { eq } from 'drizzle-orm';
import { LANGUAGES, type Language } from '../text/language.ts';
import { answers } from './schema.ts';
import type { State } from './state.ts';

/** An answer as it was kept. */
export type KeptAnswer = {
  readonly id: string;
  /** Keyed hash of whoever asked. */
  readonly person: string;
  readonly platform: string;
  readonly question: string;
  readonly language: Language;
  readonly outcome: 'answered' | 'unknown';
  readonly facts: readonly string[];
  readonly version: string;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null where it was never kept, or no longer is. */
export async function findAnswer(id: string, state: State): Promise<KeptAnswer | null> {
  if (!UUID.test(id)) return null;
  const [row] = await state.read((database) => database.select().from(answers).where(eq(answers.id, id)));
  if (row === undefined) return null;
  const { person, platform, question, facts, version } = row;
  const language = LANGUAGES.find((one) => one === row.language) ?? 'en';
  const outcome = row.outcome === 'answered' ? 'answered' : 'unknown';
  return { id, person, platform, question, language, outcome, facts, version };
}

import { eq } from 'drizzle-orm';
import { notes } from './schema.ts';
import type { State } from './state.ts';

/** Null where nothing is noted under that name. */
export async function readNote(name: string, state: State): Promise<string | null> {
  const [note] = await state.read((database) => database.select().from(notes).where(eq(notes.name, name)));
  return note?.value ?? null;
}

export async function keepNote(name: string, value: string, state: State): Promise<void> {
  await state.change((transaction) => transaction.insert(notes).values({ name, value }).onConflictDoUpdate({ target: notes.name, set: { value } }));
}

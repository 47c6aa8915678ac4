import { eq } from 'drizzle-orm';
import { sealed } from './schema.ts';
import type { State } from './state.ts';

/** Keeps secrets that were sealed before they got there, by key. */
export function openSealedStore(state: State) {
  return {
    read: async (key: string): Promise<string | null> => {
      const [row] = await state.read((database) => database.select().from(sealed).where(eq(sealed.key, key)));
      return row?.sealed ?? null;
    },
    write: async (key: string, value: string): Promise<void> => {
      const row = { key, sealed: value, at: state.now() };
      await state.read((database) => database.insert(sealed).values(row).onConflictDoUpdate({ target: sealed.key, set: row }));
    },
    remove: async (key: string): Promise<void> => {
      await state.read((database) => database.delete(sealed).where(eq(sealed.key, key)));
    },
  };
}

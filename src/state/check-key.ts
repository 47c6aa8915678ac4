import type { Database } from './database.ts';
import type { KeyedHash } from './people.ts';
import { notes } from './schema.ts';
import { StateError } from './state-error.ts';

const NAME = 'people key';

/**
 * With another key nobody would be known again, and nothing could be forgotten.
 * @throws StateError `STATE_KEY`
 */
export async function checkKey(database: Database, hash: KeyedHash): Promise<void> {
  const value = hash(NAME);
  await database.insert(notes).values({ name: NAME, value }).onConflictDoNothing();
  const kept = await database.query.notes.findFirst({ where: (note, { eq }) => eq(note.name, NAME) });
  if (kept?.value === value) return;
  throw new StateError(
    'STATE_KEY',
    'Nothing can be remembered: PEOPLE_KEY is not the key that this database was begun with, so that people would not be known again. What to do: set the key that it had (people.key in STATE_FOLDER, where none was ever set), or begin with an empty database',
  );
}

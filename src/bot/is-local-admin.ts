import type { Person } from './incoming.ts';

/** Whether somebody may settle how the bot behaves in their workspace or server. */
export function isLocalAdmin(person: Person): Promise<boolean> {
  return (person.isLocalAdmin ?? person.isAdmin)();
}

import type { SealedStore } from '../../../src/bot/sealed-store.ts';

/** A sealed store that lasts as long as the test, with its rows to look at. */
export function sealedMemory(): SealedStore & { readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows,
    read: async (key) => rows.get(key) ?? null,
    write: async (key, sealed) => {
      rows.set(key, sealed);
    },
    remove: async (key) => {
      rows.delete(key);
    },
  };
}

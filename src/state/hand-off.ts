import type { handOffs } from './schema.ts';

/** A question that was handed to a human, as it is kept. */
export type HandOff = typeof handOffs.$inferSelect;

/** What is known of it at first. */
export type NewHandOff = Pick<
  HandOff,
  'id' | 'platform' | 'workspace' | 'channel' | 'thread' | 'direct' | 'person' | 'language' | 'question' | 'found' | 'facts' | 'link' | 'editorsChannel'
> & { readonly asker: string };

/** Whoever takes or answers it, by the platform's id. */
export type Editor = { readonly id: string; readonly name: string | null };

/** A change that somebody else may have made before: then `handOff` is what they left, or null where it is gone. */
export type Changed = { readonly ok: true; readonly handOff: HandOff } | { readonly ok: false; readonly handOff: HandOff | null };

import type { Language, Localised } from '../text/language.ts';

export const ENTITY_KINDS = ['company', 'person', 'product', 'outlet', 'group'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const ROLES = ['chief-executive', 'president', 'spokesperson', 'employee', 'photographer', 'product', 'partner', 'staff', 'customer'] as const;
export type Role = (typeof ROLES)[number];

/** A company, person, product, outlet or group that the documents name or describe. */
export type Entity = {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: Localised;
  /** Other names; matched with typos. */
  readonly aliases: readonly string[];
  /** Words that mean this entity without naming it, matched as they stand. */
  readonly descriptions: Readonly<Record<Language, readonly string[]>>;
  readonly role: { readonly is: Role; readonly of: string } | null;
  /** The documents name it, and do not only describe it. */
  readonly named: boolean;
};

import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import type { Request } from '../../bot/incoming.ts';

/** What was entered and chosen, by field. */
export function readForm({ customId, fields }: ModalSubmitInteraction): Extract<Request, { kind: 'submit' }> {
  const values = new Map<string, readonly string[]>();
  for (const [id, field] of fields.fields) {
    const given = field.type === ComponentType.TextInput ? [field.value] : 'values' in field ? field.values : [];
    const held = given.filter((value) => value.trim() !== '');
    if (held.length > 0) values.set(id, held);
  }
  return { kind: 'submit', action: customId, values };
}

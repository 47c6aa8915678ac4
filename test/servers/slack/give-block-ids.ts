import { randomBytes } from 'node:crypto';
import { type Fields, listField } from './json.ts';

/** The blocks of a message or view, each with the id that Slack gives it where it has none; so too for actions. */
export function giveBlockIds(container: Fields): readonly Fields[] {
  return listField(container, 'blocks').map((block) => {
    const elements = listField(block, 'elements');
    const named = block['type'] === 'actions' ? { elements: elements.map((element) => ({ action_id: makeId(), ...element })) } : {};
    return { block_id: makeId(), ...block, ...named };
  });
}

function makeId(): string {
  return randomBytes(4).toString('base64url');
}

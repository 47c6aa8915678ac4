import { type APIActionRowComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import type { Button } from '../../reply/reply.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

const STYLES = { plain: ButtonStyle.Secondary, primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** Feedback may stand beside other buttons. */
export type Row = { readonly kind: 'questions' | 'buttons' | 'feedback'; readonly buttons: readonly (Button & { readonly emoji?: string })[] };

/** Two buttons of a message that do the same are one: Discord takes no custom id twice. Rows that there is no room for are left out from the front. */
export function renderComponents(rows: readonly Row[]): ButtonRow[] {
  const seen = new Set<string>();
  return joinFeedback(rows)
    .map(({ buttons }) => buttons.filter(({ action }) => action !== '' && !seen.has(action) && seen.add(action)))
    .filter((row) => row.length > 0)
    .slice(-DISCORD_LIMITS.rows)
    .map((row) => ({ type: ComponentType.ActionRow, components: row.map(renderButton) }));
}

/** In the last row of buttons, where there is room; otherwise below them. */
function joinFeedback(rows: readonly Row[]): Row[] {
  const [feedback, others] = [rows.filter(({ kind }) => kind === 'feedback'), rows.filter(({ kind }) => kind !== 'feedback')];
  const wanted = feedback.flatMap(({ buttons }) => buttons);
  const last = others.findLast(({ kind }) => kind === 'buttons');
  if (last === undefined || last.buttons.length + wanted.length > DISCORD_LIMITS.buttonsInRow) return [...others, ...feedback];
  return others.map((row) => (row === last ? { ...row, buttons: [...row.buttons, ...wanted] } : row));
}

function renderButton({ label, action, style, emoji }: Row['buttons'][number]): APIButtonComponentWithCustomId {
  const text = cutText(cleanText(label).trim() || '…', DISCORD_LIMITS.label);
  return { type: ComponentType.Button, style: STYLES[style], label: text, custom_id: action, ...(emoji === undefined ? {} : { emoji: { name: emoji } }) };
}

import { type APIActionRowComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import type { Button } from '../../reply/reply.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

const STYLES = { plain: ButtonStyle.Secondary, primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** Two buttons of a message that do the same are one: Discord takes no custom id twice. Rows that there is no room for are left out from the front. */
export function renderComponents(rows: readonly (readonly Button[])[]): ButtonRow[] {
  const seen = new Set<string>();
  return rows
    .map((row) => row.filter(({ action }) => action !== '' && !seen.has(action) && seen.add(action)))
    .filter((row) => row.length > 0)
    .slice(-DISCORD_LIMITS.rows)
    .map((row) => ({ type: ComponentType.ActionRow, components: row.map(renderButton) }));
}

function renderButton({ label, action, style }: Button): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: STYLES[style], label: cutText(cleanText(label).trim() || '…', DISCORD_LIMITS.label), custom_id: action };
}

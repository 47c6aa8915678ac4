import type { Message } from '../../test/servers/discord/message.ts';
import { controls } from '../../test/servers/discord/message.ts';
import { drawMarkdown, escapeHtml } from './draw-markdown.ts';

const STYLES = new Map([
  [1, 'primary'],
  [4, 'destructive'],
]);

/** A page with what was asked, and the message that answered, as Discord shows them. */
export function messagePage(message: Message, asked: string): string {
  return `<!doctype html><meta charset="utf-8">
<script type="module" src="/derockdev-discord-components-core.esm.js"></script>
<style>
  body { margin: 0; background: #313338 }
  discord-messages { border: 0 }
  .discord-message-timestamp, time { display: none !important }
  .small { font-size: 12px; color: #949ba4 }
  .heading { font-weight: 700; font-size: 17px; margin-top: 8px }
  ul, ol { margin: 4px 0; padding-left: 22px }
  pre { background: #2b2d31; border: 1px solid #1e1f22; border-radius: 4px; padding: 8px; font-size: 13px; margin: 6px 0 }
</style>
<discord-messages>
  <discord-message author="mia" avatar="${drawAvatar('m', '#3ba55c')}" timestamp="2026-01-01">${escapeHtml(asked)}</discord-message>
  <discord-message author="layoffs" bot avatar="${drawAvatar('l', '#1d3557')}" timestamp="2026-01-01">
    ${drawMarkdown(message.content)}
    ${message.embeds.map(drawEmbed).join('')}
    ${drawButtons(message)}
  </discord-message>
</discord-messages>`;
}

function drawEmbed({ author, title, description, footer, color }: Message['embeds'][number]): string {
  const hex = `#${(color ?? 0).toString(16).padStart(6, '0')}`;
  const heading = escapeHtml(author?.name ?? title ?? '');
  return `<discord-embed slot="embeds" color="${hex}" author-name="${heading}">
    <discord-embed-description slot="description">${drawMarkdown(description ?? '')}</discord-embed-description>
    ${footer ? `<discord-embed-footer slot="footer">${escapeHtml(footer.text)}</discord-embed-footer>` : ''}
  </discord-embed>`;
}

function drawButtons(message: Message): string {
  const rows = (message.components ?? []).map((row) => {
    const buttons = controls({ components: [row] }).map(
      ({ label = '', style }) => `<discord-button type="${STYLES.get(style ?? 2) ?? 'secondary'}">${escapeHtml(label)}</discord-button>`,
    );
    return `<discord-action-row>${buttons.join('')}</discord-action-row>`;
  });
  return rows.length === 0 ? '' : `<discord-attachments slot="components">${rows.join('')}</discord-attachments>`;
}

/** A letter on a disc. */
function drawAvatar(letter: string, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

import type { Message } from '../../test/servers/discord/message.ts';
import { controls } from '../../test/servers/discord/message.ts';
import { drawMarkdown, escapeHtml } from './draw-markdown.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What was asked, as a message where it was one, and the message that answered. */
export type Exchange = {
  /** Stands above it where there are several. */
  readonly title?: string;
  readonly asked: Message | null;
  /** As "/layoffs reload", where a command was used. */
  readonly command: string;
  readonly answer: Message;
};

const STYLES = new Map([
  [1, 'primary'],
  [2, 'secondary'],
  [3, 'success'],
  [4, 'destructive'],
]);
const LONGEST_PREVIEW = 600;
const COLOURS = ['#1d3557', '#3ba55c', '#a8553b', '#6d597a'] as const;

/** A page that shows them as Discord does. */
export function messagePage(exchanges: readonly Exchange[]): string {
  return `<!doctype html><meta charset="utf-8">
<script type="module" src="/derockdev-discord-components-core.esm.js"></script>
<style>${PAGE_STYLE}</style>
<main>${exchanges.map(drawExchange).join('')}</main>`;
}

function drawExchange({ title, asked, command, answer }: Exchange): string {
  return `${title === undefined ? '' : `<h1>${escapeHtml(title)}</h1>`}
<discord-messages>
  ${asked === null ? '' : `<discord-message ${drawAuthor(asked)}>${drawAsked(asked, answer)}</discord-message>`}
  <discord-message ${drawAuthor(answer)} bot ${answer.viewer === null ? '' : 'ephemeral'}>
    ${drawOrigin(asked, command, answer)}
    ${drawMentions(drawMarkdown(answer.content), asked)}
    ${answer.files.map(drawFile).join('')}
    ${answer.embeds.map(drawEmbed).join('')}
    ${drawButtons(answer)}
  </discord-message>
</discord-messages>`;
}

function drawAuthor({ author }: Pick<Message, 'author'>): string {
  return `author="${escapeHtml(author.name)}" avatar="${drawAvatar(author)}"`;
}

/** Without the mark-up that a person's message may have: ours has none. */
function drawAsked({ content }: Message, { author }: Message): string {
  return escapeHtml(content).replace(`&lt;@${author.id}&gt;`, `<discord-mention type="user">${author.name}</discord-mention>`);
}

/** The bot's messages mention whoever asked, and nobody else. */
function drawMentions(html: string, asked: Message | null): string {
  return asked === null ? html : html.replaceAll(`&lt;@${asked.author.id}&gt;`, `<discord-mention type="user">${asked.author.name}</discord-mention>`);
}

/** The line above an answer that says what it is the answer to. */
function drawOrigin(asked: Message | null, command: string, { interaction, author }: Message): string {
  if (interaction) return `<discord-command slot="reply" ${drawAuthor({ author: interaction.user })} command="${escapeHtml(command)}"></discord-command>`;
  if (asked === null) return '';
  const text = escapeHtml(asked.content.replace(`<@${author.id}>`, `@${author.name}`));
  return `<discord-reply slot="reply" ${drawAuthor(asked)}>${text}</discord-reply>`;
}

function drawEmbed({ author, title, description, footer, fields, color }: Message['embeds'][number]): string {
  if (title || fields?.length) throw new Error('The bot sends embeds with titles or fields now: teach scripts/screenshots/message-page.ts to draw them');
  const hex = `#${(color ?? 0).toString(16).padStart(6, '0')}`;
  return `<discord-embed slot="embeds" color="${hex}" ${author ? `author-name="${escapeHtml(author.name)}"` : ''}>
    <discord-embed-description slot="description">${drawMarkdown(description ?? '')}</discord-embed-description>
    ${footer ? `<discord-embed-footer slot="footer">${escapeHtml(footer.text)}</discord-embed-footer>` : ''}
  </discord-embed>`;
}

/** Discord shows pictures, and of other files their beginnings. */
function drawFile({ name, contentType, bytes }: Message['files'][number]): string {
  if (contentType.startsWith('image/')) return `<img class="picture" src="data:${contentType};base64,${Buffer.from(bytes).toString('base64')}" alt="">`;
  return `<div class="file"><b>${escapeHtml(name)}</b><pre>${escapeHtml(Buffer.from(bytes).toString().slice(0, LONGEST_PREVIEW))}</pre></div>`;
}

function drawButtons({ components }: Message): string {
  const rows = components.map((row) => {
    const buttons = controls({ components: [row] }).map(({ label = '', style = 2, emoji }) => {
      return `<discord-button type="${STYLES.get(style) ?? 'secondary'}">${escapeHtml(emoji?.name ? `${emoji.name} ${label}` : label)}</discord-button>`;
    });
    return `<discord-action-row>${buttons.join('')}</discord-action-row>`;
  });
  return rows.length === 0 ? '' : `<discord-attachments slot="components">${rows.join('')}</discord-attachments>`;
}

/** A letter on a square that the page makes round. */
function drawAvatar({ name, bot }: Message['author']): string {
  const colour = COLOURS[bot ? 0 : 1 + (name.length % (COLOURS.length - 1))];
  const text = `<text x="20" y="27" font-family="Arial" font-size="20" fill="#fff" text-anchor="middle">${name.charAt(0).toUpperCase()}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

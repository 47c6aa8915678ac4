/** The part of Discord's Markdown that the bot writes, as HTML. */
export function drawMarkdown(text: string): string {
  return text
    .split(/```\n?([\s\S]*?)```/)
    .map((part, at) => (at % 2 === 1 ? `<pre>${escapeHtml(part.trimEnd())}</pre>` : drawLines(part)))
    .join('');
}

/** The line break next to a code block belongs to it. */
function drawLines(text: string): string {
  const lines = text.replace(/^\n|\n$/g, '');
  return lines === '' ? '' : lines.split('\n').map(drawLine).join('');
}

function drawLine(line: string): string {
  if (line.trim() === '') return '<div class="gap"></div>';
  if (line.startsWith('> ')) return `<div class="quote">${drawLine(line.slice(2))}</div>`;
  if (line.startsWith('-# ')) return `<div class="small">${drawInline(line.slice(3))}</div>`;
  if (line.startsWith('### ')) return `<div class="heading">${drawInline(line.slice(4))}</div>`;
  if (/^[-*] /.test(line)) return `<ul><li>${drawInline(line.slice(2))}</li></ul>`;
  const [, number, item = ''] = /^(\d+)\. (.*)$/.exec(line) ?? [];
  return number === undefined ? `<div>${drawInline(line)}</div>` : `<ol start="${number}"><li>${drawInline(item)}</li></ol>`;
}

/** Bold between two stars, italic between one; a character that has a backslash before it stands for itself. */
function drawInline(text: string): string {
  return text
    .split(/\\([^\p{L}\p{N}\s])/u)
    .map((part, at) => (at % 2 === 1 ? `&#${part.codePointAt(0)};` : escapeHtml(part)))
    .join('')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\*(.+?)\*/g, '<i>$1</i>')
    .replace(/\[([^\]]+)\]\(&lt;[^)]*&gt;\)/g, '<a>$1</a>');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The part of Discord's Markdown that the bot writes, as HTML. */
export function drawMarkdown(text: string): string {
  return text
    .split(/```\n?([\s\S]*?)```/)
    .map((part, at) => (at % 2 === 1 ? `<pre>${escapeHtml(part.trimEnd())}</pre>` : part.split('\n').map(drawLine).join('')))
    .join('');
}

function drawLine(line: string): string {
  if (line.trim() === '') return '';
  if (line.startsWith('-# ')) return `<div class="small">${drawInline(line.slice(3))}</div>`;
  if (line.startsWith('### ')) return `<div class="heading">${drawInline(line.slice(4))}</div>`;
  if (line.startsWith('> ')) return `<discord-quote>${drawInline(line.slice(2))}</discord-quote>`;
  if (/^[-*] /.test(line)) return `<ul><li>${drawInline(line.slice(2))}</li></ul>`;
  const ordered = /^(\d+)\. (.*)$/.exec(line);
  if (ordered) return `<ol start="${ordered[1]}"><li>${drawInline(ordered[2] ?? '')}</li></ol>`;
  return `<div>${drawInline(line)}</div>`;
}

/** Bold between two stars, a character for itself behind a backslash. */
function drawInline(text: string): string {
  return escapeHtml(text)
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '<b>$1</b>')
    .replace(/(?<!\\)\*(.+?)(?<!\\)\*/g, '<i>$1</i>')
    .replace(/\\([^\w\s])/g, '$1');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

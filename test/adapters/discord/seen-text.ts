import { type Message, readableText } from '../../servers/discord/message.ts';

/** What a person sees of all texts of a message, markup excepted: escapes and what is not drawn are gone. */
export function seenText(message: Message | null | undefined): string {
  if (message === null || message === undefined) return '';
  return withoutEscapes(readableText(message));
}

/** Markup that a text would be shown with; nothing where every character stands for itself. Code blocks are left out, escapes taken away. */
export function withoutEscapes(text: string): string {
  return text
    .split(/(```[\s\S]*?```)/)
    .map((part) => (part.startsWith('```') ? part.slice(3, -3) : part.replace(/^(?:-# |### )|(?<!\\)\*\*/gm, '').replace(/\\([^0-9A-Za-z\s])/g, '$1')))
    .join('')
    .replaceAll('\u200b', '');
}

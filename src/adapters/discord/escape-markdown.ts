import { cleanText } from './clean-text.ts';

/**
 * A text that Discord shows letter by letter, in content and descriptions. discord.js's own `escapeMarkdown` leaves what looks like a link or a
 * custom emoji alone, which whoever writes the text can use; here every character that could begin markup gets its backslash.
 * A backslash does not keep Discord's servers from finding a mention or an address: those are broken up as well.
 */
export function escapeMarkdown(text: string): string {
  return (
    cleanText(text)
      .replace(/[\\*_~`|<>[\]#]/g, '\\$&')
      // Lists at the beginning of a line: "- ", "+ ", "1. ".
      .replace(/^(\s*)([-+])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      .replace(/@(?=everyone|here|[!&]?\d)/gi, '@\u200b')
      .replace(/:(?=\/\/)/g, '\\:')
      // Invitations are recognised without "https://", too.
      .replace(/(discord(?:app)?)\.(?=gg|com)/gi, '$1\\.')
  );
}

/** Inside a code block nothing renders but its end. */
export function escapeCode(text: string): string {
  return cleanText(text).replaceAll('`', 'ˋ');
}

import type { Command } from '../../bot/command.ts';
import type { Request } from '../../bot/incoming.ts';

/** What is said to the bot is a question, unless it begins with the name of a command: slash commands do not exist in threads. */
export function readRequest(text: string, commands: readonly Command[]): Request {
  const first = text.split(/\s/u, 1)[0]?.toLowerCase();
  return commands.some(({ name }) => name === first) ? { kind: 'typed', text } : { kind: 'question', text };
}

/** Whether the answer is in the language of whoever asks, rather than in that of a question. */
export function wantsLanguage(request: Request, commands: readonly Command[]): boolean {
  if (request.kind === 'press') return !request.action.startsWith('ask:');
  if (request.kind === 'typed' || request.kind === 'question') {
    return request.text.trim() === '' || readRequest(request.text.trim(), commands).kind === 'typed';
  }
  return request.kind === 'command';
}

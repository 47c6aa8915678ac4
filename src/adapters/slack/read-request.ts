import type { Bot } from '../../bot/bot.ts';
import type { Command } from '../../bot/command.ts';
import type { Request } from '../../bot/incoming.ts';
import { readTyped } from '../../bot/read-typed.ts';

/** What is said to the bot is a question, unless it begins with the name of a command: slash commands do not exist in threads. */
export function readRequest(text: string, commands: readonly Command[]): Request {
  const first = text.split(/\s/u, 1)[0]?.toLowerCase();
  return commands.some(({ name }) => name === first) ? { kind: 'typed', text } : { kind: 'question', text };
}

/** Whether the answer is in the language of whoever asks, rather than in that of a question: to know theirs takes a request to Slack. */
export function wantsLanguage(request: Request, bot: Pick<Bot, 'commands' | 'accepts'>): boolean {
  switch (request.kind) {
    case 'press':
      return !request.action.startsWith('ask:');
    case 'typed':
      return readTyped(request.text, bot.commands, (command, given) => bot.accepts(command, given)).kind !== 'question';
    case 'question':
      return request.text.trim() === '';
    case 'command':
    case 'submit':
      return true;
    case 'remark':
      return false;
  }
}

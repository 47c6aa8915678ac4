import type { AnswerInThread } from '../../bot/conversation.ts';
import { renderTerminal } from './render-terminal.ts';
import { replyToJson } from './reply-to-json.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** One question, one answer: as it is read, or as a line of JSON. */
export function askOnce(question: string, json: boolean, ask: AnswerInThread, style: TerminalStyle): string {
  const start = performance.now();
  const reply = ask(question, []);
  const ms = performance.now() - start;
  return json ? JSON.stringify(replyToJson(null, question, reply, ms)) : renderTerminal(reply, style);
}

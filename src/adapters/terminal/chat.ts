import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Asker, Bot } from '../../bot/bot.ts';
import type { Reply } from '../../reply/reply.ts';
import { cleanText } from './clean-text.ts';
import { completeLine } from './complete-line.ts';
import { greet } from './greet.ts';
import { quit } from './quit.ts';
import { renderBlocks, renderTerminal } from './render-terminal.ts';
import type { TerminalStyle } from './terminal-style.ts';

export type ChatParts = {
  readonly bot: Bot;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Asked for at every reply: windows change their width. */
  readonly style: () => TerminalStyle;
  /** Ends the chat as if the person had left. */
  readonly signal?: AbortSignal;
};

const PREFIX = '/';
const PROMPT = '› ';
const LEAVE = new Set(['/quit', '/exit', 'quit', 'exit']);

/** Talks with one person until they leave. Lines from a pipe are answered one by one, and the end of the pipe is the end. */
export async function chat(parts: ChatParts): Promise<void> {
  const { bot, input, output, style } = parts;
  const interactive = input.isTTY === true && output.isTTY === true;
  const asker: Asker = { conversation: bot.converse(), admin: true, prefix: PREFIX, own: [quit], buttons: false, id: 'terminal' };
  const say = (text: string) => output.write(`${text}\n\n`);
  const lines = openLines(parts, interactive, asker);
  let suggestions = bot.library.examples(asker.conversation.language);
  if (interactive) say(`\n${renderBlocks(greet(bot.library, asker.conversation.language), style())}`);
  for await (const line of promptedLines(lines, interactive)) {
    const typed = line.trim();
    if (LEAVE.has(typed.toLowerCase())) break;
    if (typed === '') continue;
    const picked = /^\d$/.test(typed) ? suggestions[Number(typed) - 1] : undefined;
    if (!interactive || picked !== undefined) output.write(`${style().paint('dim', `${PROMPT}${cleanText(picked ?? typed)}`)}\n`);
    const reply = await respond(picked ?? typed, bot, asker);
    suggestions = reply.suggestions;
    say('failed' in reply ? style().paint('red', cleanText(reply.failed)) : renderTerminal(reply, style()));
  }
  lines.close();
  if (interactive) say(renderBlocks((await bot.runTyped(quit.name, asker)).blocks, style()));
}

/** Lines as they are typed, with a prompt before each. The person may leave while we are still busy: then there is nothing to prompt. */
async function* promptedLines(lines: Interface, interactive: boolean): AsyncGenerator<string> {
  let open = interactive;
  lines.once('close', () => {
    open = false;
  });
  if (open) lines.prompt();
  for await (const line of lines) {
    yield line;
    if (open) lines.prompt();
  }
}

/** Ctrl-C, Ctrl-D and the signal all close the lines, which ends the loop over them. */
function openLines({ bot, input, output, style, signal }: ChatParts, interactive: boolean, asker: Asker): Interface {
  const companies = () => bot.library.companies(asker.conversation.language).map(({ name }) => name);
  const completer = (line: string) => completeLine(line, PREFIX, [...bot.commands, ...asker.own], companies());
  const shown = interactive ? { output, terminal: true, prompt: style().paint('cyan', PROMPT), completer } : {};
  const lines = createInterface({ input, ...shown, ...(signal ? { signal } : {}) });
  lines.on('SIGINT', () => {
    output.write('\n');
    lines.close();
  });
  return lines;
}

/** A mistake of ours ends one reply, and not the conversation. */
async function respond(typed: string, bot: Bot, asker: Asker): Promise<Reply | { readonly failed: string; readonly suggestions: readonly string[] }> {
  try {
    return typed.startsWith(PREFIX) ? await bot.runTyped(typed.slice(PREFIX.length), asker) : asker.conversation.ask(typed);
  } catch (error) {
    return { failed: `${FAILED[asker.conversation.language]}${error instanceof Error ? error.message : String(error)}`, suggestions: [] };
  }
}

const FAILED = { en: 'Something went wrong, and it is not your fault: ', fr: 'Quelque chose n’a pas marché, et ce n’est pas votre faute : ' } as const;

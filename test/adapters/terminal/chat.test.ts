import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { chat } from '../../../src/adapters/terminal/chat.ts';
import { PLAIN } from '../../../src/adapters/terminal/terminal-style.ts';
import { startBot } from '../../fixtures/start-bot.ts';

/** What a chat over pipes prints for these lines. */
async function talk(...lines: readonly string[]): Promise<string> {
  const { bot } = await startBot();
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.join('\n'));
  const [printed] = await Promise.all([text(output), chat({ bot, input, output, style: () => PLAIN }).then(() => output.end())]);
  return printed;
}

/** A terminal in which somebody types; what it shows is collected. */
async function startTerminal() {
  const { bot } = await startBot();
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 200 });
  const ending = new AbortController();
  const ended = Promise.all([text(output), chat({ bot, input, output, style: () => PLAIN, signal: ending.signal }).then(() => output.end())]).then(
    ([printed]) => printed,
  );
  return { input, ending, ended };
}

describe('chat over pipes', () => {
  it('answers each line, after saying which, and ends with its input', async () => {
    const printed = await talk('How many people did Fiverr let go?', '', 'and Klarna?');
    expect(printed).toMatch(/^› How many people did Fiverr let go\?\n.*250[\s\S]*› and Klarna\?\n.*700/);
    expect(printed).not.toContain('\u001b');
  });

  it('runs commands, and asks a suggestion that is picked by its number', async () => {
    const printed = await talk('/help', '2', '/company klarma');
    const [, second] = /^ {2}2 (.+)$/m.exec(printed) ?? [];
    expect(printed).toContain(`› ${second}\n`);
    expect(printed).toContain('› /company klarma\nKlarna\n');
  });

  it('asks nothing for a number that no suggestion has', async () => {
    expect(await talk('9')).toMatch(/^› 9\n/);
  });

  it.each(['/quit', 'exit', '/QUIT'])('stops at %s', async (leave) => {
    expect(await talk(leave, '/list')).toBe('');
  });

  it('survives a mistake of ours', async () => {
    const { bot } = await startBot(undefined, 'en', () => Promise.reject(new Error('disk on fire')));
    const output = new PassThrough();
    const [printed] = await Promise.all([
      text(output),
      chat({ bot, input: Readable.from(['/reload\n/status\n']), output, style: () => PLAIN }).then(() => output.end()),
    ]);
    expect(printed).toMatch(/not your fault: disk on fire[\s\S]*› \/status\n[\s\S]*Data version/);
  });

  it('names its own command in the help', async () => {
    expect(await talk('/help')).toMatch(/^\/quit +Leave$/m);
  });

  it('lets no escape sequence of a question through', async () => {
    expect(await talk('\u001b[2Jklarna\u0007 /foo\u009b', '/\u001b]0;x\u0007foo')).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe('chat in a terminal', () => {
  it('greets with what it knows and three examples, which can be picked', async () => {
    const { input, ended } = await startTerminal();
    input.write('3\r');
    input.write('\u0004');
    const printed = await ended;
    expect(printed).toMatch(/I know \d+ facts on \d+ companies .* from 5 news documents/);
    const [, third] = /^ {2}3 (.+)$/m.exec(printed) ?? [];
    expect(printed).toContain(`› ${third}`);
    expect(printed).toMatch(/Goodbye\.\s*$/);
  });

  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-C in the middle of a line', 'how many\u0003'],
    ['/quit', '/quit\r'],
  ])('leaves by %s', async (_, keys) => {
    const { input, ended } = await startTerminal();
    input.write(keys);
    expect(await ended).toMatch(/Goodbye\.\s*$/);
  });

  it('leaves when it is told to end', async () => {
    const { ending, ended } = await startTerminal();
    ending.abort();
    expect(await ended).toMatch(/Goodbye\.\s*$/);
  });
});

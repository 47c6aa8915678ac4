import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';
import { replace, writeSmallProject } from './fixtures/small-project.ts';

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

/** Really runs the program, on a small project so that it starts at once. */
async function main(args: readonly string[], { input = '', folder = writeSmallProject().folder } = {}): Promise<Run> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'src/main.ts'), ...args], {
    env: { PATH: process.env['PATH'], DATA_FOLDER: folder },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve) => child.on('close', resolve))]);
  return { code, out, err };
}

const QUESTION = 'how many people does Borel lay off';

describe('the command line', () => {
  it('answers one question, as text or as JSON', async () => {
    const [plain, json] = await Promise.all([main(['ask', ...QUESTION.split(' ')]), main(['ask', '--json', QUESTION])]);
    expect(plain).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Borel lays off about 250 people.*\n/) });
    expect(plain.out).not.toContain('\u001b');
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({ id: null, question: QUESTION, status: 'answered', facts: ['borel-cut'] });
  });

  it('answers a batch from standard input or a file, bad lines included', async () => {
    const lines = `${JSON.stringify({ id: 1, question: QUESTION })}\nnonsense\n${JSON.stringify({ id: 3, question: QUESTION, thread: [] })}\n`;
    const { folder } = writeSmallProject();
    mkdirSync(join(folder, 'batches'));
    const file = join(folder, 'batches/b.jsonl');
    writeFileSync(file, lines);
    const runs = await Promise.all([main(['ask', '--json', '--batch', '-'], { input: lines, folder }), main(['ask', '--json', '--batch', file], { folder })]);
    for (const { code, out, err } of runs) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(
        out
          .trimEnd()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      ).toMatchObject([
        { id: 1, status: 'answered' },
        { id: null, error: 'this line is not JSON' },
        { id: 3, status: 'answered' },
      ]);
    }
  });

  it.each([
    ['ask without a question', ['ask'], /Usage: ai-layoffs-bot ask/],
    ['a question and --batch', ['ask', 'why', '--batch', '-'], /either a question or --batch, not both/],
    ['a batch file that is not there', ['ask', '--batch', '/nowhere/b.jsonl'], /batch file \/nowhere\/b\.jsonl cannot be read: .*ENOENT/],
    ['an unknown command', ['chatter'], /unknown command 'chatter'; there are: ask, facts/],
    ['an unknown option', ['ask', '--loud', 'why'], /unknown option '--loud'/],
    ['facts without a command', ['facts'], /check[\s\S]*show[\s\S]*stats/],
    ['a company that is not there', ['facts', 'show', 'bxrxl'], /No facts on a company "bxrxl"; did you mean Borel\?/],
  ])('refuses %s and says what there is', async (_, args, message) => {
    const { code, out, err } = await main(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('looks into the data', async () => {
    const [check, show, stats] = await Promise.all([main(['facts', 'check']), main(['facts', 'show', 'acme']), main(['facts', 'stats'])]);
    expect(check).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^OK: 4 facts/) });
    expect(show).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Acme: 3 facts') });
    expect(stats).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/facts +4/) });
  });

  it('lists all problems of bad data and exits with 1, whatever was asked', async () => {
    const { folder } = writeSmallProject(
      replace('data/gaps/acme.yaml', 'nearest: [acme-fall]', 'nearest: [acme-rise]'),
      replace('data/facts/borel.yaml', 'document: borel-cuts', 'document: borel-cutz'),
    );
    const [check, ask, chat] = await Promise.all([main(['facts', 'check'], { folder }), main(['ask', 'why'], { folder }), main([], { folder })]);
    expect(check).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringMatching(/data\/facts\/borel\.yaml:[\s\S]*data\/gaps\/acme\.yaml:[\s\S]*\n\d problems\n$/),
    });
    for (const run of [ask, chat])
      expect(run).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/data\/facts\/borel\.yaml:[\s\S]*data\/gaps\/acme\.yaml:[\s\S]*\n\d problems\n$/),
      });
  });

  it('says what is wrong with the configuration', async () => {
    expect(await main(['facts', 'check'], { folder: '/nowhere' })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/DATA_FOLDER is no folder: \/nowhere\n$/),
    });
  });

  it('chats over pipes and leaves at their end', async () => {
    const { code, out, err } = await main([], { input: `${QUESTION}\n/list\n` });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/› how many people does Borel lay off\nBorel lays off[\s\S]*› \/list\nCompany/);
  });
});

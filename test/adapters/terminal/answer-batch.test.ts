import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { answerBatch } from '../../../src/adapters/terminal/answer-batch.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';

const QUESTION = 'how many people does Borel lay off';

async function startAsk() {
  const { bot } = await startBot(writeSmallProject().folder);
  return (question: string, thread: readonly string[]) => bot.ask(question, thread);
}

async function answer(...lines: readonly string[]): Promise<unknown[]> {
  const output = new PassThrough();
  const [printed] = await Promise.all([text(output), answerBatch(Readable.from([`${lines.join('\n')}\n`]), output, await startAsk()).then(() => output.end())]);
  return printed
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('answerBatch', () => {
  it('writes the fields of the format', async () => {
    const [answered, unknown] = await answer(
      JSON.stringify({ id: 'q1', question: QUESTION, thread: [] }),
      JSON.stringify({ id: 2, question: 'why did Acme cut jobs' }),
    );
    expect(answered).toEqual({
      id: 'q1',
      question: QUESTION,
      status: 'answered',
      language: 'en',
      answer: expect.stringMatching(/^Borel lays off about 250 people/),
      facts: ['borel-cut'],
      sources: [{ document: 'borel.txt', quote: 'licencie environ 250 personnes, soit 30 % de son effectif' }],
      suggestions: [],
      version: expect.any(String),
      ms: expect.any(Number),
    });
    expect(unknown).toMatchObject({ id: 2, status: 'unknown', reason: 'not-in-documents', suggestions: expect.any(Array) });
  });

  it('hands the thread on', async () => {
    const [alone, following] = await answer(
      JSON.stringify({ question: 'and Borel?' }),
      JSON.stringify({ question: 'and Borel?', thread: ['how many people did Acme lose'] }),
    );
    expect(alone).toMatchObject({ id: null });
    expect(following).toMatchObject({ facts: ['borel-cut'] });
  });

  it('answers a bad line with an error object, in its place, and goes on', async () => {
    const results = await answer(
      JSON.stringify({ id: 1, question: QUESTION }),
      'not json',
      '',
      '   ',
      '[]',
      'null',
      JSON.stringify({ id: 'x', question: 7 }),
      JSON.stringify({ id: {}, question: 'a' }),
      JSON.stringify({ id: 3, question: QUESTION, thread: 'no list' }),
      JSON.stringify({ id: 4, question: `a\u2028${QUESTION}` }).replace('\\u2028', '\u2028'),
    );
    expect(results).toMatchObject([
      { id: 1, status: 'answered' },
      { id: null, error: 'this line is not JSON', line: 'not json' },
      { id: null, error: expect.stringContaining('is not {"id", "question", "thread"}') },
      { id: null, error: expect.any(String) },
      { id: 'x', error: expect.stringContaining('question: ') },
      { id: null, error: expect.stringContaining('id: ') },
      { id: 3, error: expect.stringContaining('thread: ') },
      { id: 4, question: `a\u2028${QUESTION}` },
    ]);
    expect(results).toHaveLength(8);
  });

  it('answers a line as soon as it is read', async () => {
    const input = new PassThrough();
    const output = new PassThrough({ encoding: 'utf8' });
    const done = answerBatch(input, output, await startAsk());
    for (const id of [1, 2]) {
      input.write(`${JSON.stringify({ id, question: QUESTION })}\n`);
      const line: unknown = await new Promise((resolve) => output.once('data', (data: string) => resolve(JSON.parse(data))));
      expect(line).toMatchObject({ id, status: 'answered' });
    }
    input.end();
    await done;
  });

  it('waits for a slow reader', async () => {
    let taken = 0;
    let pending = 0;
    let most = 0;
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ++pending);
        setImmediate(() => {
          taken++;
          pending--;
          done();
        });
      },
    });
    const lines = Array.from({ length: 50 }, (_, id) => JSON.stringify({ id, question: QUESTION }));
    await answerBatch(Readable.from([lines.join('\n')]), output, await startAsk());
    await new Promise((resolve) => output.end(resolve));
    expect({ taken, most }).toEqual({ taken: 50, most: 1 });
  });
});

import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/bot/answer-question.ts';
import type { Index } from '../../src/index/build-index.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { append, type Change, put, replace, writeSmallProject } from '../fixtures/small-project.ts';

const QUESTIONS = [
  'how many people did Acme lay off',
  'combien de personnes Borl a licencié',
  'qui est Jane Doe',
  'was it 30% at Borel',
  'what is the weather',
  'Acme',
];

function open(folder: string, cache = true) {
  const opened = openIndex(folder, { cache });
  if (!opened.ok) throw new Error('the small project does not load; see the tests of load-fact-base.ts');
  return opened;
}

const answers = (index: Index) => QUESTIONS.map((question) => answerQuestion(question, [], index, 'en'));
const cacheFolder = (folder: string) => join(folder, 'var/cache');
const cacheFiles = (folder: string) => (existsSync(cacheFolder(folder)) ? readdirSync(cacheFolder(folder)) : []);
const theFile = (folder: string) => join(cacheFolder(folder), cacheFiles(folder)[0] ?? 'nothing was written');

describe('openIndex', () => {
  it('gives the same answers from the cache as from the files', () => {
    const { folder } = writeSmallProject();
    const fresh = open(folder);
    const again = open(folder);
    expect([fresh.fromCache, again.fromCache]).toEqual([false, true]);
    expect(again.base).toEqual(fresh.base);
    expect(answers(again.index)).toEqual(answers(fresh.index));
  });

  it('leaves one whole file behind, and nothing unfinished', () => {
    const { folder } = writeSmallProject();
    open(folder);
    expect(cacheFiles(folder)).toEqual([expect.stringMatching(/^index-[0-9a-f]{64}\.bin$/)]);
  });

  it('neither reads nor writes a cache where it is told so', () => {
    const { folder } = writeSmallProject();
    expect([open(folder, false).fromCache, cacheFiles(folder)]).toEqual([false, []]);
    open(folder);
    expect(open(folder, false).fromCache).toBe(false);
  });

  it.each([
    ['a byte is another', (bytes: Buffer) => bytes.fill(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9, bytes.length - 8)],
    ['the end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['nothing is in it', () => Buffer.alloc(0)],
    ['other words are in it', () => Buffer.from('not an index at all, but longer than its digest is')],
  ])('rebuilds a damaged file: %s', (_, damage) => {
    const { folder } = writeSmallProject();
    const fresh = open(folder);
    const whole = readFileSync(theFile(folder));
    writeFileSync(theFile(folder), damage(Buffer.from(whole)));
    const rebuilt = open(folder);
    expect(rebuilt.fromCache).toBe(false);
    expect(answers(rebuilt.index)).toEqual(answers(fresh.index));
    expect(open(folder).fromCache).toBe(true);
  });

  it.each([
    ['a fact', append('data/facts/acme.yaml', '\n')],
    ['a document', append('data/documents.yaml', '# a comment\n')],
    ['the calibration', put('data/abstention.json', '{"about": "a test", "rank": {}, "answer": {}, "threshold": 0.5, "measured": {}}')],
  ])('does not use what was written before %s changed', (_, change: Change) => {
    const { folder } = writeSmallProject();
    open(folder);
    const changed = writeSmallProject(change).folder;
    const [before = ''] = cacheFiles(folder);
    open(changed);
    expect(cacheFiles(changed)).not.toEqual([before]);
  });

  it('keeps the three newest files', () => {
    const { folder } = writeSmallProject();
    for (let round = 0; round < 5; round++) {
      writeFileSync(join(folder, 'data/gaps/acme.yaml'), `${readFileSync(join(folder, 'data/gaps/acme.yaml'), 'utf8')}\n`);
      open(folder);
      // Files of one test may be written within a tick of the clock.
      for (const name of cacheFiles(folder)) utimesSync(join(cacheFolder(folder), name), 1, 1);
    }
    expect(cacheFiles(folder)).toHaveLength(3);
    expect(open(folder).fromCache).toBe(true);
  });

  it('does without a cache where none can be written', () => {
    const { folder } = writeSmallProject(put('var', 'a file, and not a folder'));
    expect([open(folder).fromCache, open(folder).fromCache]).toEqual([false, false]);
  });

  it('gives the problems of data that does not load, and writes nothing', () => {
    const { folder } = writeSmallProject(replace('data/topics.yaml', 'id: jobs-cut', 'id: jobs-kept'));
    const opened = openIndex(folder, { cache: true });
    expect(opened.ok ? [] : opened.problems).not.toEqual([]);
    expect(cacheFiles(folder)).toEqual([]);
  });

  it('gives the problems of a folder that holds nothing', () => {
    const opened = openIndex(join(writeSmallProject().folder, 'nowhere'), { cache: true });
    expect(opened.ok ? [] : opened.problems).not.toEqual([]);
  });
});

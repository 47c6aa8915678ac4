import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeReply } from '../scripts/judge-reply.ts';
import { type OwnQuestion, readOwnQuestions } from '../scripts/question-file.ts';
import { answerQuestion } from '../src/bot/answer-question.ts';
import type { FactBase } from '../src/facts/fact-base.ts';
import { loadFactBase } from '../src/facts/load-fact-base.ts';
import { buildIndex } from '../src/index/build-index.ts';
import type { Reply } from '../src/reply/reply.ts';
import { foldText } from '../src/text/fold-text.ts';

/** What the whole set must reach; what it reaches today is in the README. */
const FLOOR = { right: 0.83, misleading: 0.11, language: 0.985 };
/** Facts that no question of ours reaches; a new fact should come with a question. */
const MOST_UNREACHED = 60;

const root = join(import.meta.dirname, '..');
const questions = readOwnQuestions(join(root, 'test/questions'));
const outside = join(root, '../shared/questions/dev.jsonl');

let base: FactBase;
let judged: { own: OwnQuestion; reply: Reply; why: string | null }[];

beforeAll(() => {
  const loaded = loadFactBase(root);
  if (!loaded.ok) throw new Error('the data does not load');
  base = loaded.base;
  const index = buildIndex(base);
  judged = questions.map((own) => {
    const reply = answerQuestion(own.q, own.thread, index, 'en');
    return { own, reply, why: judgeReply(own, reply) };
  });
}, 60_000);

describe('our own questions', () => {
  it('are at least 300 that the documents answer and 120 that they do not', () => {
    expect(questions.filter(({ expect: wanted }) => wanted === 'answer').length).toBeGreaterThanOrEqual(300);
    expect(questions.filter(({ expect: wanted }) => wanted === 'decline').length).toBeGreaterThanOrEqual(120);
  });

  it('are none of them a phrasing in the data', () => {
    const phrasings = new Set(
      [...base.facts.values(), ...base.gaps.values(), ...base.topics.values()].flatMap((owner) => owner.phrasings.map(({ text }) => key(text))),
    );
    expect(questions.filter(({ q, thread }) => thread.length === 0 && phrasings.has(key(q))).map(({ q }) => q)).toEqual([]);
  });

  it.skipIf(!existsSync(outside))('are none of them copied from the questions that judge the bot', () => {
    const judging = new Set(
      readFileSync(outside, 'utf8')
        .split('\n')
        .flatMap((line) => line.match(/"q":"((?:[^"\\]|\\.)*)"/)?.[1] ?? [])
        .map(key),
    );
    expect(questions.filter(({ q }) => judging.has(key(q))).map(({ q }) => q)).toEqual([]);
  });

  it('are answered right, declined where the documents do not say, and seldom answered wrong', () => {
    const right = judged.filter(({ why }) => why === null).length / judged.length;
    const misleading = judged.filter(({ why, reply }) => why !== null && reply.status === 'answered').length / judged.length;
    console.info(`right ${percent(right)}, misleading ${percent(misleading)} of ${judged.length}`);
    expect(right).toBeGreaterThanOrEqual(FLOOR.right);
    expect(misleading).toBeLessThanOrEqual(FLOOR.misleading);
  });

  it('are answered in their own language', () => {
    const same = judged.filter(({ own, reply }) => own.lang === reply.language).length / judged.length;
    expect(same).toBeGreaterThanOrEqual(FLOOR.language);
  });

  it('get only quotes that stand in their documents, and never an answer without one', () => {
    for (const { reply } of judged) {
      if (reply.status === 'answered') expect(reply.sources.length).toBeGreaterThan(0);
      for (const { document, quote } of reply.sources) expect(base.documents.get(document)?.text).toContain(quote);
    }
  });

  it('reach nearly every fact; those that none reaches are listed', () => {
    const reached = new Set(judged.flatMap(({ reply }) => reply.facts));
    const unreached = [...base.facts.keys()].filter((id) => !reached.has(id));
    console.info(`facts that no question reaches (${unreached.length} of ${base.facts.size}): ${unreached.join(', ')}`);
    expect(unreached.length).toBeLessThanOrEqual(MOST_UNREACHED);
  });
});

function key(text: string): string {
  return foldText(text).replace(/[?!.\s]+$/, '');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

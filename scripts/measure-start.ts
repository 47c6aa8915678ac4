// How long a fresh process takes until it can answer, and what its first 1,000 questions take. `cold`: without the index that an earlier start wrote.
// Wall-clock time, so nothing else should be running.
import { join } from 'node:path';
import { answerQuestion } from '../src/bot/answer-question.ts';
import { AppError } from '../src/errors.ts';
import { openIndex } from '../src/index/open-index.ts';
import { describeProblem } from '../src/reading/problem.ts';
import { readOwnQuestions } from './question-file.ts';

const QUESTIONS = 1_000;
const root = join(import.meta.dirname, '..');
const imported = performance.now();
const opened = openIndex(root, { cache: process.argv[2] !== 'cold' });
if (!opened.ok) throw new AppError('BAD_DATA', opened.problems.map(describeProblem).join('\n'));
const { index, fromCache } = opened;
const ready = performance.now();
const questions = readOwnQuestions(join(root, 'test/questions')).slice(0, QUESTIONS);
const times = questions.map(({ q, thread }) => timeOf(() => answerQuestion(q, thread, index, 'en')));
const sorted = times.toSorted((left, right) => left - right);
console.log(`index ${fromCache ? 'from the cache' : 'built'}: imports ${inMs(imported)}, index ${inMs(ready - imported)}, ready at ${inMs(ready)}`);
console.log(
  `${sorted.length} questions: p50 ${inMs(quantile(0.5))}, p99 ${inMs(quantile(0.99))}, max ${inMs(quantile(1))}; the first five ${times.slice(0, 5).map(inMs).join(', ')}`,
);

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`;
}

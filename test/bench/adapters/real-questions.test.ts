import { describe, expect, it } from 'vitest';
import { realQuestions, varyCase } from '../../../bench/adapters/real-questions.ts';
import { foldText } from '../../../src/text/fold-text.ts';

const questions = realQuestions();

describe('realQuestions', () => {
  it('are a few dozen, each once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(48);
    expect(new Set(questions).size).toBe(questions.length);
  });
});

describe('varyCase', () => {
  it('gives another text for each number', () => {
    for (const question of questions) expect(new Set(Array.from({ length: 1_000 }, (_, variant) => varyCase(question, variant))).size, question).toBe(1_000);
  });

  it('leaves the question what it is', () => {
    for (const question of questions) expect(foldText(varyCase(question, 715))).toBe(foldText(question));
    expect(varyCase('Klarna', 0)).toBe('Klarna');
  });
});

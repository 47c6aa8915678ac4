import { describe, expect, it } from 'vitest';
import { isBenchTopic } from '../../bench/bench-topics.ts';
import { generateBase } from '../../bench/generate-base.ts';
import { type BenchQuestion, generateQuestions } from '../../bench/generate-questions.ts';
import { loadKnowledge } from '../../bench/load-knowledge.ts';
import { QUESTION_TEMPLATES } from '../../bench/question-templates.ts';
import type { Fact } from '../../src/facts/fact.ts';
import { editDistance } from '../../src/index/edit-distance.ts';
import { findFigures } from '../../src/text/find-figures.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { tokenise } from '../../src/text/tokenise.ts';

const knowledge = loadKnowledge();
const base = generateBase(2_000, 5, knowledge);
const questions = generateQuestions(base, 500, 6);
const heads = [...base.entities.values()].map(({ id, name }) => ({ id, head: foldText(name.en).split(' ')[0] ?? '' }));

describe('generateBase', () => {
  it('gives the same base for the same seed, and another for another', () => {
    expect(generateBase(200, 5, knowledge)).toEqual(generateBase(200, 5, knowledge));
    expect([...generateBase(200, 5, knowledge).facts.keys()]).not.toEqual([...generateBase(200, 6, knowledge).facts.keys()]);
  });

  it('makes as many facts as asked for, 24 to 60 for each company but the last', () => {
    expect(base.facts.size).toBe(2_000);
    const counts = [...Map.groupBy(base.facts.values(), ({ company }) => company).values()].map((facts) => facts.length).slice(0, -1);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(24);
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
  });

  it('uses topics of data/topics.yaml, and gives facts no phrasings', () => {
    for (const fact of base.facts.values()) {
      expect(knowledge.topics.has(fact.topic)).toBe(true);
      expect(fact.phrasings).toEqual([]);
    }
  });
});

describe('generateQuestions', () => {
  it('gives the same questions for the same seed', () => {
    expect(generateQuestions(base, 50, 6)).toEqual(generateQuestions(base, 50, 6));
  });

  it('asks in both languages, with 0, 1 and 2 typos', () => {
    const kinds = Map.groupBy(questions, ({ language, typos }) => `${language} ${typos}`);
    expect([...kinds.keys()].sort()).toEqual(['en 0', 'en 1', 'en 2', 'fr 0', 'fr 1', 'fr 2']);
    expect(Math.min(...[...kinds.values()].map((group) => group.length))).toBeGreaterThan(80);
  });

  it('asks each question so that exactly one fact answers it', () => {
    for (const question of questions) expect(answersTo(question), question.text).toEqual([question.fact]);
  });
});

describe('QUESTION_TEMPLATES', () => {
  it('holds no phrasing of its topic', () => {
    for (const [topic, templates] of Object.entries(QUESTION_TEMPLATES)) {
      const known = new Set((knowledge.topics.get(topic)?.phrasings ?? []).map(({ text }) => bare(text)));
      for (const template of LANGUAGES.flatMap((language) => [...templates[language]])) expect(known.has(bare(template)), template).toBe(false);
    }
  });

  it('holds at least six questions for each topic and language, each once', () => {
    for (const templates of Object.values(QUESTION_TEMPLATES)) {
      for (const language of LANGUAGES) expect(new Set(templates[language]).size).toBeGreaterThanOrEqual(6);
    }
    const all = Object.values(QUESTION_TEMPLATES).flatMap((templates) => LANGUAGES.flatMap((language) => [...templates[language]]));
    expect(new Set(all.map(bare)).size).toBe(all.length);
  });

  it('names each layoff by its date or its figure', () => {
    const all = Object.values(QUESTION_TEMPLATES).flatMap((templates) => LANGUAGES.flatMap((language) => [...templates[language]]));
    for (const template of all) expect(template).toMatch(/\{company\}.*\{(?:when|people)\}|\{(?:when|people)\}.*\{company\}/);
  });
});

/** The facts of the company whose name is nearest, of the topic asked for, that have the year or the figure named. */
function answersTo(question: BenchQuestion): string[] {
  const topic = base.facts.get(question.fact)?.topic ?? '';
  expect(isBenchTopic(topic)).toBe(true);
  const companies = nearestCompanies(question.text);
  return [...base.facts.values()]
    .filter((fact) => companies.includes(fact.company ?? '') && fact.topic === topic && agrees(fact, question.text))
    .map(({ id }) => id);
}

function nearestCompanies(text: string): string[] {
  const words = tokenise(text);
  const distances = heads.map(({ id, head }) => ({ id, distance: Math.min(...words.map((word) => editDistance(word, head, 3))) }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  return distances.filter(({ distance }) => distance === least).map(({ id }) => id);
}

function agrees(fact: Fact, text: string): boolean {
  const folded = foldText(text);
  const figures = findFigures(folded).filter(({ start, end }) => /\d/.test(folded.slice(start, end)));
  return figures.every(({ value, year }) => (year ? fact.date?.iso?.startsWith(`${value}`) : fact.measures.some((measure) => measure.value === value)));
}

/** Without slots, case, accents and punctuation. */
function bare(text: string): string {
  return tokenise(text.replace(/\{\w+\}/g, ' ')).join(' ');
}

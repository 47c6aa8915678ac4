import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';
import { tokenise, tokeniseFolded } from '../../src/text/tokenise.ts';
import { anyText } from '../fixtures/any-text.ts';

describe('tokenise', () => {
  it.each([
    ['l’IA d’Amazon', ['ia', 'amazon']],
    ["j'ai vu qu'il n'est pas là", ['ai', 'vu', 'il', 'est', 'pas', 'la']],
    ["lorsqu'on s'inquiète jusqu'ici", ['on', 'inquiete', 'ici']],
    ["dès aujourd'hui", ['des', 'aujourdhui']],
  ])('opens the elisions of %j', (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });

  it.each([
    ["didn't", ['did', 'not']],
    ['isn’t', ['is', 'not']],
    ["won't", ['will', 'not']],
    ["can't", ['can', 'not']],
    ["they're, we've, I'll, he'd, I'm", ['they', 'we', 'i', 'he', 'i']],
    ["Klarna's CEO's jobs", ['klarna', 'ceo', 'jobs']],
    ["students' jobs", ['students', 'jobs']],
  ])('opens the contractions and possessives of %j', (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });

  it.each([
    ['3 800 personnes', ['3800', 'personnes']],
    ['3\u202f800', ['3800']],
    ['3,800', ['3800']],
    ['3.800', ['3800']],
    ["3'800", ['3800']],
    ['12 345 678', ['12345678']],
    ['2,3 millions', ['2,3', 'millions']],
    ['2.3 million', ['2.3', 'million']],
    ['66 %', ['66%']],
    ['66%', ['66%']],
    ['0,5 %', ['0,5%']],
    ['in 2022.', ['in', '2022']],
    ['GPT-4, 18k', ['gpt', '4', '18k']],
  ])('closes the digit groups of %j', (text, words) => {
    expect(tokenise(text)).toEqual(words);
  });

  it("reads “cannot” like “can't”", () => {
    expect(tokenise('cannot')).toEqual(tokenise("can't"));
  });

  it("opens every “aujourd'hui” of a text", () => {
    expect(tokenise("aujourd'hui ou pas aujourd'hui")).toEqual(['aujourdhui', 'ou', 'pas', 'aujourdhui']);
  });

  it('does not join a year and the figure after it', () => {
    expect(tokenise('en 2022 700 personnes')).toEqual(['en', '2022', '700', 'personnes']);
    expect(tokenise('in 2022, 700 people')).toEqual(['in', '2022', '700', 'people']);
  });

  it('parts words at hyphens and punctuation', () => {
    expect(tokenise('buy-now-pay-later (BNPL): why?! “Sidekick”…')).toEqual(['buy', 'now', 'pay', 'later', 'bnpl', 'why', 'sidekick']);
  });

  it('keeps the letters of every script, and drops emoji', () => {
    expect(tokenise('Ελλάδα 日本 🎉 ok')).toEqual(['ελλαδα', '日本', 'ok']);
  });

  it.each(['', '   ', '?!', "'", '🎉', '%'])('finds no words in %j', (text) => {
    expect(tokenise(text)).toEqual([]);
  });

  it('gives folded words without spaces or quotes, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."a1 ,.'%-’é") })), (text) => {
        for (const word of tokenise(text)) {
          expect(word).not.toMatch(/['"\s]/);
          expect(foldText(word)).toBe(word);
        }
      }),
    );
  });

  it('reads a folded text like the text itself', () => {
    const text = 'L’IA n’a supprimé « aucun emploi » — 3\u00a0800 personnes, didn’t they?';
    expect(tokeniseFolded(foldText(text))).toEqual(tokenise(text));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';
import { stemWord } from '../../src/text/stem-word.ts';
import { anyText } from '../fixtures/any-text.ts';

const stemsOf = (words: string) => [...new Set(words.split(' ').map((word) => stemWord(foldText(word))))];

describe('stemWord', () => {
  it.each([
    'licencier licencié licenciée licencie licenciement licenciements licencient',
    'supprimer supprime supprimé supprimés supprimées supprimant',
    'remplacer remplacé remplacent remplacement remplacements',
    'recruter recrute recruté recrutés recrutement recrutements',
    'annoncer annonce annonces annoncé',
    'travailleur travailleurs travailleuse',
    'employé employés employée employer employed employee employees',
    'entreprise entreprises',
    'fire fires fired firing',
    'hire hires hired hiring',
    'cut cuts cutting',
    'stop stopped stopping',
    'plan plans planned planning',
    'replace replaces replaced replacing replacement replacements',
    'announce announced announcing announcement announcements',
    'layoff layoffs',
    'company companies',
    'freelance freelances freelancer freelancers',
    'pay payment payments',
    'automate automates automated',
    'emploi emplois',
  ])('brings together: %s', (words) => {
    expect(stemsOf(words)).toHaveLength(1);
  });

  it.each([
    'licencié licenciés',
    'industry industries industrie',
    'candidat candidate candidates',
    'treat treated treatment',
    'copier copie copié copiés',
    'automate automation',
  ])('brings together: %s', (words) => {
    expect(stemsOf(words)).toHaveLength(1);
  });

  it.each(['cut cost', 'hire fire', 'pay part', 'client agent', 'robot human', 'minute million', 'layoff laptop'])('keeps apart: %s', (words) => {
    expect(stemsOf(words)).toHaveLength(2);
  });

  it.each(['ai', 'ia', 'job', 'ceo', 'gpt4', '18000', '2,3', '66%'])('leaves %j as it is', (word) => {
    expect(stemWord(word)).toBe(word);
  });

  it('never throws, and never gives a stem that is empty or longer than the word', () => {
    const words = fc.oneof(fc.string({ unit: fc.constantFrom(...'abcdeilmnorstyz', 'ement', 'ation', 'ing', 'ss') }), anyText);
    fc.assert(
      fc.property(words, (text) => {
        const word = foldText(text);
        const stem = stemWord(word);
        expect(stem.length).toBeLessThanOrEqual(word.length);
        expect(stem === '').toBe(word === '');
      }),
    );
  });

  it('gives the same stem whenever it is asked', () => {
    const before = stemWord('licenciements');
    for (let number = 0; number < 60_000; number++) stemWord(`word${number}`);
    expect(stemWord('licenciements')).toBe(before);
  });
});

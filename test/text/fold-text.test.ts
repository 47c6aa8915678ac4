import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';
import { anyText } from '../fixtures/any-text.ts';

/** Any characters at all, and runs of those that folding changes. */
const texts = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'aÉœßİﬁ’«–…\u0301\u00a0\u00ad\u200b \t\n\u212a½') }));

describe('foldText', () => {
  it.each([
    ['Licenciés', 'licencies'],
    ['ÉTÉ À NOËL', 'ete a noel'],
    ['cœur et ex æquo, Œuvre', 'coeur et ex aequo, oeuvre'],
    ['l’IA ‘Imitation’', "l'ia 'imitation'"],
    ['« axée » “IA” „so“', '" axee " "ia" "so"'],
    ['18–20 ans — main‑d’œuvre', "18-20 ans - main-d'oeuvre"],
    ['  two \t words\r\n\nhere ', 'two words here'],
    ['3\u202f800\u00a0personnes', '3 800 personnes'],
    ['e\u0301te\u0301', 'ete'],
    ['ﬁn de l’année…', "fin de l'annee..."],
    ['', ''],
    [' \n ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds texts that are typed and texts that are typeset to the same', () => {
    expect(foldText("L'IA d'Amazon : 18 000 employes")).toBe(foldText('L’IA d’Amazon : 18\u202f000 employés'));
  });

  it('takes soft hyphens and zero-width spaces out of words that they stand in', () => {
    expect(['kl\u00adarna', 'kl\u200barna', '\ufeffklarna'].map(foldText)).toEqual(['klarna', 'klarna', 'klarna']);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it('leaves no capital, no double space and no space at the ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).not.toMatch(/[A-ZÀ-ÖØ-Þ]| {2}|^ | $/);
      }),
    );
  });
});

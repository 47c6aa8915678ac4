import { describe, expect, it } from 'vitest';
import { completeChoice, findChoice } from '../../src/bot/find-choice.ts';

const CHOICES = [
  { value: '7', label: { en: '7 days', fr: '7 jours' }, also: ['week', 'semaine'] },
  { value: '30', label: { en: '30 days', fr: '30 jours' }, also: ['month', 'mois'] },
  { value: '365', label: { en: '1 year', fr: '1 an' }, also: ['année'] },
];
const found = (typed: string) => findChoice(typed, CHOICES)?.value ?? null;

describe('a choice', () => {
  it('is found by its value, by its label in either language, and by other words for it', () => {
    expect(['30', '30 days', '30 JOURS', ' 30days ', 'mois', 'Month'].map(found)).toEqual(Array(6).fill('30'));
    expect(['annee', 'Année', '1 an', '1 year'].map(found)).toEqual(Array(4).fill('365'));
  });

  it('is found by how it begins, and with a typo', () => {
    expect(found('sem')).toBe('7');
    expect(found('mnth')).toBe('30');
    expect(found('semane')).toBe('7');
  });

  it('is none where another number, nothing or too little is typed', () => {
    expect(['3', '31 days', '', '?', 'xyz', 'we'].map(found)).toEqual(Array(6).fill(null));
  });

  it('is offered while somebody types', () => {
    expect(completeChoice('', CHOICES, 'fr')).toEqual(['7 jours', '30 jours', '1 an']);
    expect(completeChoice('3', CHOICES, 'en')).toEqual(['30 days']);
  });
});

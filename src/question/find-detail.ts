import type { Detail } from '../facts/fact.ts';
import { foldText } from '../text/fold-text.ts';

type Plain = Exclude<Detail, 'exact-count' | 'exact-date'>;

const ASKED: Readonly<Record<Plain, RegExp>> = {
  place: /\b(?:which|what|quels?|quelles?) (?:country|countries|city|cities|offices?|location|pays|villes?|bureaux?|sites?)\b/,
  share:
    /\b(?:(?:what|which|quel|quelle|the|le|la|exact) (?:%|percent\w*|share|fraction|proportion|part(?! of)|slice|pourcentage)|how (?:big|large) an? (?:slice|share|chunk|part)|combien de (?:%|pour ?cents?)|%? ?en pourcentage)|(?:what|quel|which) ?%|% (?:of|de|des|du) /,
  money:
    /\b(?:how much (?:money|cash)|how much (?:does|did|do|will|has|have) \w+ (?:\w+ )?(?:save|saves|saved|cost|costs|pay|pays|paid|spend|spent|earn|make|makes|get)|combien (?:ca |cela )?(?:coute|rapporte|gagne|touche)\w*|combien d'(?:argent|euros?|economies)|quel (?:montant|budget|salaire|cout)|(?:in|en) (?:dollars?|euros?)|salar(?:y|ies)|salaires?)\b|[$€£]/,
  count:
    /\b(?:how many(?! (?:\w+ )?(?:%|percent|years?|months?|weeks?|days?|hours?|minutes?|seconds?))|(?:the|exact|what|which) (?:number|numbers|figure|count|headcount|tally)|combien(?! (?:de |d')?(?:%|pour ?cents?|ans?\b|annees?|mois|semaines?|jours?|heures?|minutes?|secondes?|temps))|nombre (?:exact )?d|quel (?:nombre|chiffre|effectif))/,
  date: /\b(?:(?:what|which|exact|precise|quel|quelle|the) (?:date|day|month|year|jour|mois|annee)|date (?:exacte|precise|de|du|d')|when\b|quand\b)/,
  name: /\b(?:names?|surnames?|called|s'appell\w*|noms?|prenoms?|identit\w*)\b/,
};

/** The details that the words of a question ask for. */
export function findDetails(text: string): Detail[] {
  const folded = foldText(text);
  const plain = PLAIN.filter((detail) => ASKED[detail].test(folded));
  const exact = EXACT.test(folded);
  return [
    ...plain,
    ...(exact && plain.includes('count') ? ['exact-count' as const] : []),
    ...(plain.includes('date') && (exact || CALENDAR.test(folded)) ? ['exact-date' as const] : []),
  ];
}

const PLAIN = ['count', 'share', 'date', 'name', 'money', 'place'] as const;
const EXACT = /\b(?:exact\w*|precis\w*|au juste|au chiffre pres|to the person)\b/;
const CALENDAR = /\b(?:dates?|what year|which year|quelle annee|annee)\b/;

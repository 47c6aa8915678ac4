import { foldText } from '../text/fold-text.ts';

/** A kind of detail that a question wants and that an answer either holds or does not. */
export const DETAILS = ['count', 'share', 'date', 'name', 'money'] as const;
export type Detail = (typeof DETAILS)[number];

const ASKED: Readonly<Record<Detail, RegExp>> = {
  share:
    /\b(?:(?:what|which|quel|quelle|the|le|la|exact) (?:%|percent\w*|share|fraction|proportion|part(?! of)|slice|pourcentage)|how (?:big|large) an? (?:slice|share|chunk|part)|combien de (?:%|pour ?cents?)|%? ?en pourcentage)|(?:what|quel|which) ?%|% (?:of|de|des|du) /,
  money:
    /\b(?:how much (?:money|cash)|how much (?:does|did|do|will|has|have) \w+ (?:\w+ )?(?:save|saves|saved|cost|costs|pay|pays|paid|spend|spent|earn|make|makes|get)|combien (?:ca |cela )?(?:coute|rapporte|gagne|touche)\w*|combien d'(?:argent|euros?|economies)|quel (?:montant|budget|salaire|cout)|(?:in|en) (?:dollars?|euros?)|salar(?:y|ies)|salaires?)\b|[$€£]/,
  count: /\b(?:how many|(?:the|exact|what|which) (?:number|numbers|figure|count|headcount|tally)|combien|nombre (?:exact )?d|quel (?:nombre|chiffre|effectif))/,
  date: /\b(?:(?:what|which|exact|precise|quel|quelle|the) (?:date|day|month|year|jour|mois|annee)|date (?:exacte|precise|de|du|d')|when\b|quand\b)/,
  name: /\b(?:(?:what|which|whats|give|the|their|his|her)(?: is| are| me|'s)? (?:(?:the|that|this|their|his|her|full|real) )*(?:name|names|surname)|names? of|called|comment s'appell\w*|s'appell\w* comment|quel(?:s)? (?:est|sont) (?:le|les|son|leurs?) (?:vrai )?noms?|(?:le|les|son|leurs?) (?:vrais? )?noms? d|identit\w+)/,
};

/** The details that the words of a question ask for. */
export function findDetails(text: string): Detail[] {
  const folded = foldText(text);
  return DETAILS.filter((detail) => ASKED[detail].test(folded));
}

import type { Wording } from '../index/wording.ts';
import { foldText } from '../text/fold-text.ts';
import type { Shape } from './question.ts';

/** Words, folded, that ask for several facts put together. First match wins. */
const CUES: readonly (readonly [Shape, RegExp])[] = [
  [
    'timeline',
    /(?<!for (?:a|my|the|un|une|mon|ma) )\b(?:timelines?|chronolog\w*|chrono|in (?:the )?(?:right )?order|order of events|sequence of events|start to finish|from the beginning|walk me thr(?:ough|u)|step by step|saga|what happened (?:first|when)|dans (?:l'|le bon )ordre|frise|deroule(?:ment)?|depuis le debut|du debut a|retrace\w*|les (?:grandes )?etapes|les dates cles)\b/,
  ],
  [
    'both-sides',
    /\b(?:both (?:sides|versions|stories)|(?:two|2|deux|les 2) (?:sides|versions|stories|sons|discours|positions|camps|faces)|contradict\w*|contredi\w*|contradiction\w*|conflicting|disagree\w*|sons? de cloche|versions?|double discours|changed? (?:his|her|its|their) (?:mind|tune|story)|change (?:de discours|d'avis)|he said.{1,40}she said|qui dit quoi|parole contre|la parole d\w+ .{1,40} contre|was saying .{1,60} (?:vs|versus)|disait .{1,60} (?:vs|contre)|what(?: i)?s different|difference between)\b|^(?:\S+ ){0,3}(?:compare[rz]?|comparison|comparaison)\b|\b(?:before|earlier|used to|(?:months|weeks|years) ago|at first|at launch|first|once|then|avant|d'abord|au depart|au debut|au lancement|a l'epoque|(?:mois|semaines|ans) plus tot|il y a (?:\S+ ){1,3}(?:mois|semaines|ans))\b.{0,60}(?<!(?:what|that|and|right|even|just|rien|et) )\b(?:(?:vs|versus|contre|and|but|et|mais) (?:\S+ ){0,3}?(?:now|later|afterwards?|after|today|these days|ended up|actually (?:did|does|do)|maintenant|apres|ensuite|aujourd'hui|desormais|au final|finalement)|ended up|actually did|vs now|then versus now)\b/,
  ],
  [
    'total',
    /\b(?:totals?|altogether|in all|sums?|combined|add(?:ed)? (?:up|together)|all together|en tout|au total|cumul\w*|additionn\w*|tout compris|ensemble des)\b/,
  ],
  [
    'most',
    /\b(?:biggest|largest|highest|greatest|smallest|fewest|lowest|(?:cut|laid off|fired|lost|axed|sacked) (?:the )?most|earliest|oldest|most recent|first to|hardest hit|plus (?:gros|grosse|grand|grande|eleve\w*|haut|ancien\w*|vieille|vieux|petit\w*|recent\w*|fort\w*)|(?:licencie|vire|supprime|coupe) le plus|le plus de (?:monde|gens|postes|personnes|licenci\w*)|record|la palme|premier a)\b/,
  ],
  [
    'list',
    /\b(?:(?<!products? )list(?!s)|listed|enumerat\w*|enumer\w*|bullet points?|name (?:all|every|the)|all (?:the|of the) (?:companies|firms|names|people|figures|numbers|outlets|media|products|tools|reasons|promises)|every (?:company|firm|figure|number|outlet)|which (?:companies|firms|businesses|outlets|media|publications|of (?:the|these|those|your) (?:companies|firms|businesses))|what (?:companies|firms|outlets|media)|(?<!outils? de )liste(?!s? de produits?)(?!s)|lister|listez|cite[rz]?(?:-moi)? (?:tous|toutes|les)|(?:quelles|quels|toutes les|tous les) (?:entreprises|boites|societes|firmes|compagnies|medias?|sources|journaux|chiffres|pdg|patrons|noms)|(?:the|les) (?:three|four|five|trois|quatre|cinq) (?!ans|mois|years|months|weeks|premi|first|big|grand))\b/,
  ],
];

const COMPARING =
  /\b(?:vs|versus|compar\w*|differen\w*|par rapport (?:a|aux?)|which (?:one|of)|who (?:cut|laid|fired|lost|is|has)|lequel|laquelle|lesquels|qui des|chacun\w*|each|both|tous les deux|les deux|than|que chez|more|less|fewer|plus|moins|same|meme|pareil|side by side|a cote de|face a|contre)\b/;
const JOINING = new Set(['and', 'et', 'or', 'ou', 'vs', 'versus', 'than', 'contre', 'with', 'avec', 'to', 'a']);
const NEAR = 5;

/**
 * What kind of answer the words ask for.
 * @param companies companies named in this question itself
 */
export function findShape(text: string, wording: Wording, companies: readonly string[]): Shape {
  const folded = foldText(text);
  const cue = CUES.find(([, pattern]) => pattern.test(folded))?.[0];
  if (companies.length > 1 && cue !== 'timeline' && cue !== 'total' && (COMPARING.test(folded) || namesJoined(wording))) return 'compare';
  return cue ?? 'one';
}

/** Two names with "and" or the like between them. */
function namesJoined({ mentions, words }: Wording): boolean {
  return mentions.some((mention, at) => {
    const next = mentions[at + 1];
    if (next === undefined || next.entity === mention.entity || next.start - mention.end > NEAR) return false;
    return words.slice(mention.end, next.start).some((word) => JOINING.has(word));
  });
}

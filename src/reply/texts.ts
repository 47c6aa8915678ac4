import type { Role } from '../facts/entity.ts';
import type { ClaimantKind, Firmness } from '../facts/fact.ts';
import type { Localised } from '../text/language.ts';

type Texts = {
  readonly yes: string;
  readonly no: string;
  readonly against: string;
  readonly later: string;
  readonly whoSays: string;
  readonly quote: string;
  readonly notInDocuments: string;
  readonly nearest: string;
  readonly offTopic: string;
  readonly unclear: string;
  readonly ask: string;
  readonly next: string;
  readonly cut: string;
  readonly undated: string;
  readonly noOutlet: string;
  readonly version: string;
  readonly original: string;
  readonly by: Readonly<Record<ClaimantKind, string>>;
  readonly how: Readonly<Record<Firmness, string>>;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
};

/** Everything that people read besides the facts themselves. `{who}`, `{of}` and the like are filled in. */
export const TEXTS: Localised<Texts> = {
  en: {
    yes: 'Yes.',
    no: 'No.',
    against: 'On the other side: ',
    later: 'Later: ',
    whoSays: 'Who says so: ',
    quote: 'French original',
    notInDocuments: 'The documents do not say.',
    nearest: 'What they do say: ',
    offTopic: 'That is outside what I know: I answer questions on AI-driven layoffs, from a few news documents.',
    unclear: 'I am not sure what you are asking. Name a company and what you want to know about it.',
    ask: 'You can ask me:',
    next: 'Ask next:',
    cut: 'Your message is long: I read its first 2,000 characters only.',
    undated: 'no date',
    noOutlet: 'outlet not named in the text',
    version: 'data',
    original: 'based on',
    by: {
      'company-statement': '{who}, in a company statement',
      'named-official': '{who}',
      'employee-allegation': '{who}, an allegation that the document does not verify',
      outlet: 'the article itself ({who})',
      'outlet-opinion': "the article's own view ({who})",
      'other-outlet': '{who}, another outlet that the article cites',
      observers: 'unnamed observers, by the article',
      'public-figure': '{who}',
      'headline-only': 'a headline only; the article behind it is not in the library',
      'page-note': 'a note on the page',
    },
    how: {
      confirmed: 'confirmed',
      stated: 'stated',
      boasted: 'a boast',
      alleged: 'alleged',
      denied: 'a denial',
      conceded: 'conceded',
      promised: 'a promise',
      reported: 'reported',
      hedged: 'reported with reservations',
      opinion: 'an opinion',
      predicted: 'a prediction',
      warned: 'a warning',
    },
    roles: { 'chief-executive': 'chief executive of {of}', president: 'president of {of}', spokesperson: 'spokesperson of {of}' },
  },
  fr: {
    yes: 'Oui.',
    no: 'Non.',
    against: 'En face : ',
    later: 'Plus tard : ',
    whoSays: 'Qui le dit : ',
    quote: 'citation',
    notInDocuments: 'Les documents ne le disent pas.',
    nearest: 'Ce qu’ils disent : ',
    offTopic: 'C’est hors de ce que je connais : je réponds sur les licenciements liés à l’IA, à partir de quelques articles.',
    unclear: 'Je ne suis pas sûr de comprendre. Nommez une entreprise et ce que vous voulez en savoir.',
    ask: 'Vous pouvez me demander :',
    next: 'À demander ensuite :',
    cut: 'Votre message est long : je n’en ai lu que les 2 000 premiers caractères.',
    undated: 'sans date',
    noOutlet: 'média non nommé dans le texte',
    version: 'données',
    original: 'd’après',
    by: {
      'company-statement': '{who}, dans un communiqué de l’entreprise',
      'named-official': '{who}',
      'employee-allegation': '{who}, une allégation que le document ne vérifie pas',
      outlet: 'l’article lui-même ({who})',
      'outlet-opinion': 'l’avis de l’article ({who})',
      'other-outlet': '{who}, un autre média cité par l’article',
      observers: 'des observateurs non nommés, d’après l’article',
      'public-figure': '{who}',
      'headline-only': 'un titre seulement ; l’article lui-même n’est pas dans la bibliothèque',
      'page-note': 'une mention de la page',
    },
    how: {
      confirmed: 'confirmé',
      stated: 'déclaré',
      boasted: 'une vantardise',
      alleged: 'allégué',
      denied: 'un démenti',
      conceded: 'concédé',
      promised: 'une promesse',
      reported: 'rapporté',
      hedged: 'rapporté avec réserve',
      opinion: 'une opinion',
      predicted: 'une prédiction',
      warned: 'une mise en garde',
    },
    roles: { 'chief-executive': 'PDG de {of}', president: 'président de {of}', spokesperson: 'porte-parole de {of}' },
  },
};

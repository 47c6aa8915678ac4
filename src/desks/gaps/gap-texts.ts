import type { Localised } from '../../text/language.ts';

type GapTexts = {
  readonly form: { readonly title: string; readonly submit: string; readonly label: string };
  readonly help: (nearest: readonly string[]) => string;
  readonly noFact: (typed: string, version: string) => string;
  readonly near: (nearest: readonly string[]) => string;
  readonly again: string;
  readonly reopen: string;
  readonly gone: string;
  readonly answered: (question: string, fact: string) => string;
  readonly declined: (question: string) => string;
  readonly open: (question: string) => string;
  readonly notAnswered: (question: string) => string;
  readonly forgotten: string;
};

/** What is said when somebody decides on questions that had no answer. */
export const GAP_TEXTS: Localised<GapTexts> = {
  en: {
    form: { title: 'Answered by a fact', submit: 'Save', label: 'Id of the fact that answers it' },
    help: (nearest) => (nearest.length === 0 ? 'As it stands in data/facts: klarna-jobs-cut' : `Nearest: ${nearest.join(', ')}`),
    noFact: (typed, version) => `There is no fact “${typed}” in the data (version ${version}). Nothing is changed.`,
    near: (nearest) => `Nearest facts: ${nearest.join(', ')}.`,
    again: 'Try again…',
    reopen: 'Reopen',
    gone: 'These questions are no longer kept: nothing is changed.',
    answered: (question, fact) => `Noted: ${question} is answered by ${fact}.`,
    declined: (question) => `Noted: ${question} will not be answered.`,
    open: (question) => `Noted: ${question} is open again.`,
    notAnswered: (question) => `I find no answer to ${question} any longer: the data has changed since. Nothing is changed.`,
    forgotten: 'this question',
  },
  fr: {
    form: { title: 'Un fait y répond', submit: 'Enregistrer', label: 'Identifiant du fait qui y répond' },
    help: (nearest) => (nearest.length === 0 ? 'Comme dans data/facts : klarna-jobs-cut' : `Les plus proches : ${nearest.join(', ')}`),
    noFact: (typed, version) => `Il n’y a pas de fait « ${typed} » dans les données (version ${version}). Rien n’est changé.`,
    near: (nearest) => `Faits les plus proches : ${nearest.join(', ')}.`,
    again: 'Réessayer…',
    reopen: 'Rouvrir',
    gone: 'Ces questions ne sont plus conservées : rien n’est changé.',
    answered: (question, fact) => `C’est noté : ${fact} répond à ${question}.`,
    declined: (question) => `C’est noté : ${question} restera sans réponse.`,
    open: (question) => `C’est noté : ${question} est rouverte.`,
    notAnswered: (question) => `Je ne trouve plus de réponse à ${question} : les données ont changé depuis. Rien n’est changé.`,
    forgotten: 'cette question',
  },
};

import type { FeedbackReason } from '../../state/feedback-row.ts';
import type { Localised } from '../../text/language.ts';

type FeedbackTexts = {
  readonly good: string;
  readonly bad: string;
  readonly thanks: string;
  readonly later: string;
  readonly why: string;
  readonly reasons: Readonly<Record<FeedbackReason, string>>;
  readonly noted: string;
  readonly tooOld: string;
  readonly form: { readonly title: string; readonly submit: string; readonly label: string; readonly help: string };
};

/** What is said when somebody tells what an answer was worth. */
export const FEEDBACK_TEXTS: Localised<FeedbackTexts> = {
  en: {
    good: 'Helpful',
    bad: 'Not helpful',
    thanks: 'Thank you.',
    later: 'Thank you. It will be noted as soon as my memory is back.',
    why: 'What was wrong with it? (optional)',
    reasons: { wrong: 'It is wrong', outdated: 'It is outdated', 'not-asked': 'Not what I asked', other: 'Something else…' },
    noted: 'Thank you, that is noted.',
    tooOld: 'I no longer know which answer this was. Ask again, and rate the new one.',
    form: { title: 'What was wrong?', submit: 'Send', label: 'In a line', help: 'Those who look after me read it, without your name.' },
  },
  fr: {
    good: 'Utile',
    bad: 'Pas utile',
    thanks: 'Merci.',
    later: 'Merci. Ce sera noté dès que ma mémoire sera revenue.',
    why: 'Qu’est-ce qui n’allait pas ? (facultatif)',
    reasons: { wrong: 'C’est faux', outdated: 'C’est dépassé', 'not-asked': 'Pas ma question', other: 'Autre chose…' },
    noted: 'Merci, c’est noté.',
    tooOld: 'Je ne sais plus de quelle réponse il s’agissait. Demandez à nouveau, et donnez votre avis sur la nouvelle.',
    form: {
      title: 'Qu’est-ce qui n’allait pas ?',
      submit: 'Envoyer',
      label: 'En une ligne',
      help: 'Ceux qui s’occupent de moi le lisent, sans votre nom.',
    },
  },
};

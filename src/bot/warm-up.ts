import type { Index } from '../index/build-index.ts';
import { answerQuestion } from './answer-question.ts';

/** Longer than this nobody waits for it. */
const MOST_MILLISECONDS = 250;
const QUESTIONS = 60;
/** What phrasings do not have: numbers in words, a typo, a name that nobody knows, hardly a word that tells the language. */
const RARE = [
  'how many of the twenty-five thousand',
  'combien de licencienents en 2023, 12 % ?',
  'layoff',
  'Does Zyxwv cut jobs. What about its staff? Quand ?',
  'compare the two companies',
  'la liste',
];

/**
 * Asks questions before anybody else does: the first ones take ten to fifty times as long, until the engine has compiled what they run through.
 * What they answer is of no interest.
 */
export function warmUp(index: Index): void {
  const end = performance.now() + MOST_MILLISECONDS;
  const step = Math.max(1, Math.floor(index.targetPhrasings.length / QUESTIONS));
  const phrasings = Array.from({ length: QUESTIONS }, (_, at) => index.targetPhrasings[at * step]?.text ?? '');
  // Asked as they stand, phrasings are found by their words alone: a word more makes them questions like any other.
  for (const text of [...RARE, ...phrasings.map((phrasing) => `${phrasing} please`)]) {
    if (performance.now() > end) return;
    answerQuestion(text, [], index, 'en');
  }
}

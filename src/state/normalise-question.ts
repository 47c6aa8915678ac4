import { foldText } from '../text/fold-text.ts';

/** Questions that differ in capitals, accents, spaces and punctuation at their ends are the same. */
export function normaliseQuestion(question: string): string {
  return foldText(question)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** Letters and symbols that are drawn as nothing. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/gu;
/** More marks on one letter than any language writes reach into the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * A text as Discord may show it anywhere: on one line, without control characters, without characters that turn the direction of writing
 * or are not seen. Joiners stay, because emoji are made with them.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}]/gu, '')
    .replace(BLANK, '')
    .replace(PILED_MARKS, '$1');
}

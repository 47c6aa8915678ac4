/**
 * A text as it may reach a terminal: on one line, without escape sequences and other control characters, without characters that
 * turn the direction of writing or are not seen. Joiners stay, because emoji are made with them.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g, '')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}]/gu, '');
}

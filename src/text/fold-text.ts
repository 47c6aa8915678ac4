const PLAIN = /^[a-z0-9 ,.;:!?%()'"/-]*$/;

/** Lower case, no accents, ligatures opened, straight quotes, single spaces: the form in which texts are compared. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const folded = PLAIN.test(lower) ? lower : foldSpecial(text);
  return folded.replace(/ {2,}/g, ' ').trim();
}

/** Soft hyphens, zero-width characters and the like (`Cf`) stand inside words and are not seen: they go without a trace. */
function foldSpecial(text: string): string {
  return text
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[«»“”„]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[\p{Cc}\s]+/gu, ' ');
}

/**
 * A number in digits: one to three digits and groups of three behind one same separator ("3 800", "1,000,000", "1,234.56"),
 * or digits that are not grouped ("2022", "2,3"). A year begins no group: "en 2022 700 personnes" has two numbers.
 */
const GROUPED = String.raw`\d{1,3}(?:(?<separator>[ .,'])\d{3})(?:\k<separator>\d{3})*(?!\d)(?:(?!\k<separator>)[.,]\d+)?`;

/** Holds a named group, so that it can stand only once in an expression. */
export const DIGITS = String.raw`${GROUPED}|\d+(?:[.,]\d+)?`;

const IS_GROUPED = new RegExp(`^${GROUPED}$`);

/** "3 800" → "3800", "1 234,5" → "1234,5"; ungrouped digits stay as they are. */
export function closeDigits(digits: string): string {
  const separator = IS_GROUPED.exec(digits)?.groups?.separator;
  return separator === undefined ? digits : digits.replaceAll(separator, '');
}

export function readDigits(digits: string): number {
  return Number(closeDigits(digits).replace(',', '.'));
}

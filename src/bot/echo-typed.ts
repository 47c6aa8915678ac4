const LONGEST_ECHO = 40;

/** What somebody typed, as it may be said back to them: short, and without anything that pings, links, formats or moves a cursor. */
export function echoTyped(typed: string): string {
  const harmless = typed
    .slice(0, LONGEST_ECHO * 5)
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N}.,'’&-]+/gu, ' ')
    // A dot inside a word is what a platform makes a link of.
    .replace(/\.+(?=\S)/g, ' ')
    .trim();
  const characters = [...harmless];
  return characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : harmless;
}

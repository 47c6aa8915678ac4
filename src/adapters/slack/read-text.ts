/** <@U1>, <@U1|name>, <#C1|name>, <!here>, <!subteam^S1|@name>, <https://example.com|label> */
const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu;

/** What somebody wrote, in plain words: without mentions of people, links as they read. */
export function readText(text: string): string {
  return text
    .replace(MARK, (_, sign: string, target: string, label: string | undefined) => {
      if (sign === '@' || sign === '!') return ' ';
      return label ?? (sign === '#' ? ' ' : target);
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

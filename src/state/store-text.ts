/** As much of what somebody wrote as is kept. */
const LONGEST = 500;

/** As the database takes it: without what Postgres cannot hold. */
export function storeText(text: string, longest = LONGEST): string {
  return text.slice(0, longest).toWellFormed().replaceAll('\0', '');
}

/** What is wrong with the data, where, and what to do about it. */
export type Problem = {
  /** Path from the project's root. */
  readonly file: string;
  /** 1-based; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** The field's path, as in `facts.3.quotes.0.exact`; empty for the whole file. */
  readonly field: string;
  readonly what: string;
  readonly fix: string;
};

/** `data/facts/klarna.yaml:12:5 [quotes.0.exact]: what. Fix: …` */
export function describeProblem(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}:${problem.column ?? 1}`;
  const field = problem.field === '' ? '' : ` [${problem.field}]`;
  return `${place}${field}: ${problem.what}. Fix: ${problem.fix}.`;
}

/** A problem with a file as a whole. */
export function wholeFile(file: string, what: string, fix: string): Problem {
  return { file, line: null, column: null, field: '', what, fix };
}

import type { z } from 'zod';

/** What is wrong, in the words of Slack's `response_metadata.messages`: "must be less than 3001 characters [json-pointer:/blocks/0/text/text]". */
export function describeIssues(error: z.ZodError, root: string): readonly string[] {
  return error.issues.map((issue) => `${describe(issue)} [json-pointer:${[root, ...issue.path.map(String)].join('/')}]`);
}

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' ? `must be less than ${Number(issue.maximum) + 1} characters` : `no more than ${issue.maximum} items allowed`;
    case 'too_small':
      return issue.origin === 'string' ? `must be more than ${Number(issue.minimum) - 1} characters` : `no fewer than ${issue.minimum} items allowed`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'unsupported type';
    default:
      return issue.message;
  }
}

import { checkMessage } from './check-message.ts';
import { findPings } from './find-pings.ts';
import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';

/** Looks a message over and writes down what is against it. @returns Slack's error answer, or undefined where it takes the message */
export function admitMessage(gate: Gate, method: string, args: Fields): Fields | undefined {
  gate.records.pings.push(...findPings(method, args));
  const violation = checkMessage(args);
  if (violation === undefined) return undefined;
  gate.records.rejected.push({ method, args, ...violation });
  if (violation.error === null) return undefined;
  const messages = violation.messages.map((message) => `[ERROR] ${message}`);
  return { ok: false, error: violation.error, errors: violation.messages, response_metadata: { messages } };
}

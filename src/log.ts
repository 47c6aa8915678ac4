import { type Logger, pino } from 'pino';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the rest of the program sees of the log: ids and counts as fields; never a token, never what people wrote. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** JSON lines on standard error: standard output belongs to answers. */
export function openLog(level: LogLevel): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
}

type LoggedError = { readonly name: string; readonly code: string | null; readonly at: readonly string[] };

/** Of an error what can be logged: clients put the whole request, with what people wrote, into theirs. */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? `${error.code}` : null;
  return { name: error.name, code, at: framesOf(error) };
}

/** The stack repeats the message, whose lines may look like frames: none are taken where it cannot be told where the message ends. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

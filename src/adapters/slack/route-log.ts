import { type Logger, LogLevel } from '@slack/bolt';
import { describeError, type Log } from '../../log.ts';

const LONGEST = 160;

/** Bolt's log in ours. What it says for debugging holds whole messages and goes nowhere; of the rest, only the words before anything quoted. */
export function routeLog(log: Log): Logger {
  const write = (level: 'info' | 'warn' | 'error', said: readonly unknown[]) => {
    const errors = said.filter((one) => one instanceof Error).map(describeError);
    log[level]({ platform: 'slack', ...(errors.length > 0 ? { errors } : {}) }, `Bolt: ${wordsOf(said)}`);
  };
  return {
    debug: () => {},
    info: (...said: unknown[]) => write('info', said),
    warn: (...said: unknown[]) => write('warn', said),
    error: (...said: unknown[]) => write('error', said),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.INFO,
  };
}

function wordsOf(said: readonly unknown[]): string {
  const [text = ''] = said.filter((one) => typeof one === 'string');
  const [open = ''] = text.split(/["'“`{[<]|https?:|xox|xapp/u);
  return open.slice(0, LONGEST).trim();
}

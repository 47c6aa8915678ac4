import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type BotJob, botMessageSchema, type Usage, type Wish } from './bot-job.ts';

const READY_WITHIN_MS = 60_000;

/** A bot in a process of its own. */
export type ForkedBot = {
  readonly usage: (wish?: { readonly collect: boolean }) => Promise<Usage>;
  readonly stop: () => Promise<void>;
};

/** Ends when the bot is connected. @param execArgv for its node */
export async function forkBot(job: BotJob, execArgv: readonly string[] = []): Promise<ForkedBot> {
  const child = fork(join(import.meta.dirname, 'bot-process.ts'), [JSON.stringify(job)], {
    execArgv: ['--expose-gc', ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const died = gone.then(([code]) => {
    throw new Error(`the process of ${job.kind} on ${job.road} ended (exit code ${code})`);
  });
  died.catch(() => {});
  const next = async () => botMessageSchema.parse((await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(READY_WITHIN_MS) }), died]))[0]);
  await next();
  return {
    usage: async ({ collect } = { collect: false }) => {
      const answer = next();
      child.send({ kind: 'usage', collect } satisfies Wish);
      const message = await answer;
      if (message.kind !== 'usage') throw new Error(`the process of ${job.kind} said "${message.kind}" when asked what it uses`);
      return message;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

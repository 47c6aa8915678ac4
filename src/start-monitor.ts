import type { Platform } from './adapters/platform.ts';
import type { Answered } from './bot/answered.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What is watched once it is there. */
export type Watched = {
  /** Version of the data that answers. */
  readonly version: () => string;
  readonly platforms: readonly Platform[];
  readonly remembers: () => boolean;
  /** How many rows wait to be written, and how many were given up. */
  readonly waiting: () => number;
  readonly dropped: () => number;
  /** How many questions wait for a human. */
  readonly handOffs: () => Promise<number>;
};

/** Tells other machines how the process is. */
export type Monitor = {
  readonly onShown: (answered: Answered, ms: number) => void;
  readonly onFeedback: (good: boolean) => void;
  readonly watch: (watched: Watched) => void;
  /** It was told to stop: whoever sends it work should send it elsewhere. */
  readonly leaving: () => void;
  readonly close: () => Promise<void>;
};

const NO_MONITOR: Monitor = { onShown: () => {}, onFeedback: () => {}, watch: () => {}, leaving: () => {}, close: () => Promise.resolve() };

/**
 * Serves health and metrics where a port is set for them, from now on; until there is something to watch, it says that it is not ready.
 * @throws AppError `NO_HEALTH` where the port cannot be opened
 */
export async function startMonitor({ health }: Config, log: Log): Promise<Monitor> {
  if (health === null) return NO_MONITOR;
  const [{ openMetrics }, { startHealth }] = await Promise.all([import('./metrics.ts'), import('./health.ts')]);
  const metrics = openMetrics();
  let watched: Watched | null = null;
  let leaving = false;
  const readiness = () => ({
    data: watched?.version() ?? null,
    platforms: Object.fromEntries(watched?.platforms.map(({ name, connected }) => [name, connected()]) ?? []),
    remembers: watched?.remembers() ?? false,
    leaving,
  });
  const { close } = await startHealth({ ...health, log, readiness, metrics });
  return {
    onShown: (answered, ms) => count(metrics, answered, ms),
    onFeedback: metrics.feedback,
    watch: (seen) => {
      watched = seen;
      follow(metrics, seen);
    },
    leaving: () => {
      leaving = true;
    },
    close,
  };
}

function count(metrics: Metrics, { place, reply }: Answered, ms: number): void {
  metrics.question({ platform: place.platform, language: reply.language, outcome: reply.status, reason: reply.reason, ms });
}

function follow(metrics: Metrics, { version, platforms, waiting, dropped, handOffs }: Watched): void {
  const reconnects = Object.fromEntries(platforms.map((platform) => [platform.name, () => platform.reconnects()]));
  metrics.follow({ version, reconnects, queues: { writes: waiting }, dropped, handOffs });
}

import { setTimeout as delay } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const PREFIX = 'layoffs_bot_';
/** Answers take milliseconds; what takes seconds waits for a platform. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Whoever collects waits no longer for what is read from a database. */
const LONGEST_READ_MS = 2_000;
const PLATFORMS: ReadonlySet<string> = new Set(['slack', 'discord']);

/** A question that was answered, or declined for a reason. */
export type CountedQuestion = {
  readonly platform: string;
  readonly language: 'en' | 'fr';
  readonly outcome: 'answered' | 'unknown';
  readonly reason: 'not-in-documents' | 'off-topic' | 'unclear' | null;
  /** From when it arrived until its answer was shown. */
  readonly ms: number;
};

/** What is read whenever somebody collects the metrics. */
type MetricSources = {
  /** Of the data that answers. */
  readonly version: () => string;
  /** Of each platform, how often a lost connection was opened anew. */
  readonly reconnects: Readonly<Record<string, () => number>>;
  /** Of each queue, how much waits in it. */
  readonly queues: Readonly<Record<string, () => number>>;
  /** How many writes were given up. */
  readonly dropped: () => number;
  /** How many questions wait for a human. */
  readonly handOffs: () => Promise<number>;
};

/** Counts what happens. No label says what people wrote or who they are. */
export type Metrics = {
  readonly question: (asked: CountedQuestion) => void;
  readonly feedback: (good: boolean) => void;
  /** From here on these are read; what was given before and is not given again goes on. */
  readonly follow: (sources: Partial<MetricSources>) => void;
  /** In the exposition format of Prometheus. */
  readonly expose: () => Promise<{ readonly contentType: string; readonly text: string }>;
};

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let sources: Partial<MetricSources> = {};
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: `${PREFIX}questions_total`,
    help: 'Questions, by what became of them; reason is empty where there was an answer',
    labelNames: ['platform', 'language', 'outcome', 'reason'],
    registers,
  });
  const durations = new Histogram({
    name: `${PREFIX}answer_duration_seconds`,
    help: 'From the arrival of a question until its answer was shown',
    labelNames: ['platform'],
    buckets: SECONDS,
    registers,
  });
  const feedback = new Counter({ name: `${PREFIX}feedback_total`, help: 'Presses on good or bad under an answer', labelNames: ['verdict'], registers });
  for (const verdict of ['good', 'bad']) feedback.inc({ verdict }, 0);
  followSources(registers, () => sources);
  return {
    question: ({ platform: name, language, outcome, reason, ms }) => {
      const platform = PLATFORMS.has(name) ? name : 'other';
      questions.inc({ platform, language, outcome, reason: reason ?? '' });
      durations.observe({ platform }, ms / 1_000);
    },
    feedback: (good) => feedback.inc({ verdict: good ? 'good' : 'bad' }),
    follow: (more) => {
      sources = { ...sources, ...more };
    },
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Counted elsewhere: what is told is what it is at that moment. */
function followSources(registers: Registry[], current: () => Partial<MetricSources>): void {
  new Gauge({
    name: `${PREFIX}data_version_info`,
    help: 'Version of the data that answers, as a label; always 1',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      const version = current().version?.();
      if (version !== undefined) this.set({ version }, 1);
    },
  });
  new Counter({
    name: `${PREFIX}platform_reconnects_total`,
    help: 'Lost connections to a platform that were opened anew',
    labelNames: ['platform'],
    registers,
    collect() {
      this.reset();
      for (const [platform, read] of Object.entries(current().reconnects ?? {})) this.inc({ platform }, read());
    },
  });
  new Gauge({
    name: `${PREFIX}queue_length`,
    help: 'What waits in a queue',
    labelNames: ['queue'],
    registers,
    collect() {
      this.reset();
      for (const [queue, read] of Object.entries(current().queues ?? {})) this.set({ queue }, read());
    },
  });
  new Counter({
    name: `${PREFIX}writes_dropped_total`,
    help: 'Writes that were given up because too many waited for the database',
    registers,
    collect() {
      this.reset();
      this.inc(current().dropped?.() ?? 0);
    },
  });
  new Gauge({
    name: `${PREFIX}hand_offs_open`,
    help: 'Questions that wait for a human, of all processes on the same database; NaN where that cannot be read',
    registers,
    async collect() {
      this.set(await readInTime(current().handOffs));
    },
  });
}

async function readInTime(read: (() => Promise<number>) | undefined): Promise<number> {
  const none = Number.NaN;
  if (read === undefined) return none;
  return Promise.race([read().catch(() => none), delay(LONGEST_READ_MS, none, { ref: false })]);
}

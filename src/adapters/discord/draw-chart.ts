import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
import type { Chart } from '../../reply/chart.ts';

/** Some twenty times what the slowest drawing takes. */
const LONGEST_MS = 20_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * A PNG of 1,600 × 900 pixels. It is drawn in a thread of its own, which loads what draws: that takes longer than anybody else should
 * wait for an answer. One is drawn after another, since each takes some 60 MB until it is done.
 */
export function drawChart(chart: Chart): Promise<Buffer> {
  const drawn = last.then(() => drawBeside(chart));
  last = drawn.catch(() => {});
  return drawn;
}

async function drawBeside(chart: Chart): Promise<Buffer> {
  const worker = new Worker(new URL('./chart-worker.ts', import.meta.url), { workerData: chart });
  const tooLong = setTimeout(() => worker.terminate(), LONGEST_MS);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (png: Uint8Array) => resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength)));
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(
          new AppError('NOT_DRAWN', `Drawing a chart of ${chart.categories.length} categories stopped (exit code ${code}) before it was done. Ask again.`),
        ),
      );
    });
  } finally {
    clearTimeout(tooLong);
  }
}

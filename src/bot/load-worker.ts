// Runs in a thread of its own, see `loadBeside`.
import { parentPort, workerData } from 'node:worker_threads';
import { prepareIndex } from '../index/open-index.ts';

parentPort?.postMessage(prepareIndex(String(workerData), { cache: true }));

// Runs in a thread of its own, see `drawChart`.
import { parentPort, workerData } from 'node:worker_threads';
import { paintChart } from './paint-chart.ts';

parentPort?.postMessage(await paintChart(workerData));

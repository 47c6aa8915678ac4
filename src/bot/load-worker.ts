// Runs in a thread of its own, see `loadBeside` and `loadFilesBeside`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writeCacheFile } from '../index/index-cache.ts';
import { indexKey } from '../index/index-key.ts';
import { writeDataFiles } from '../reading/data-files.ts';
import { prepareFolder } from './prepare-folder.ts';

const compiledFile = z.object({ key: z.string(), bytes: z.instanceof(Uint8Array) });
const { folder, files, compiled } = z
  .object({ folder: z.string(), files: z.instanceof(Uint8Array).nullable(), compiled: compiledFile.nullable() })
  .parse(workerData);

parentPort?.postMessage(files === null ? prepareFolder(folder, folder) : prepareFiles(Buffer.from(files)));

/** Whatever happens, nothing of it stays on the disk but what the cache keeps. */
function prepareFiles(bytes: Buffer) {
  const unpacked = mkdtempSync(join(tmpdir(), 'ai-layoffs-bot-data-'));
  try {
    writeDataFiles(bytes, unpacked);
    // What another program computed, or from other files, has another key.
    if (compiled !== null && indexKey(unpacked) === compiled.key) writeCacheFile(folder, compiled.key, compiled.bytes);
    return prepareFolder(unpacked, folder);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

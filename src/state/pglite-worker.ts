// Runs in a thread of its own, see `startPglite`: PGlite computes where it is called, and answers must not wait for that.
import { existsSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { z } from 'zod';
import { readyOnce, takeBatch } from './protocol-frames.ts';

const { folder, socket } = z.object({ folder: z.string(), socket: z.string() }).parse(workerData);

// A new folder gets a copy of an empty database, which is faster than making one.
const isNew = !existsSync(join(folder, 'PG_VERSION'));
const database = await PGlite.create({ dataDir: folder, ...(isNew ? { loadDataDir: await dataDir() } : {}) });
// One connection at a time: there is one session to serve.
const server = createServer((client) => void serve(client)).listen(socket, () => parentPort?.postMessage('ready'));
server.maxConnections = 1;
parentPort?.on('message', () => void close());

/** Passes on what the client asks, batch by batch, and what PGlite answers. */
async function serve(client: Socket): Promise<void> {
  let heard = Buffer.alloc(0);
  let started = false;
  client.on('error', () => {});
  for await (const chunk of client) {
    heard = Buffer.concat([heard, z.instanceof(Buffer).parse(chunk)]);
    for (let next = takeBatch(heard, started); next !== null; next = takeBatch(heard, started)) {
      heard = Buffer.from(next.rest);
      if (next.kind === 'end') return void client.end();
      if (next.kind === 'ssl') client.write('N');
      else client.write(readyOnce(Buffer.from(await database.execProtocolRaw(next.batch))));
      started ||= next.kind === 'startup';
    }
  }
}

async function close(): Promise<void> {
  server.close();
  await database.close();
  process.exit();
}

import { createServer, type Server } from 'node:net';
import { readyOnce, takeBatch } from '../../src/state/protocol-frames.ts';

/** Speaks as much of Postgres' protocol as it takes to say how old it is. */
export function startOldServer(version: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server: Server = createServer((client) => {
    let heard = Buffer.alloc(0);
    let started = false;
    client.on('error', () => {});
    client.on('data', (chunk) => {
      heard = Buffer.concat([heard, Buffer.from(chunk)]);
      for (let next = takeBatch(heard, started); next !== null; next = takeBatch(heard, started)) {
        heard = Buffer.from(next.rest);
        if (next.kind === 'ssl') client.write('N');
        else if (next.kind === 'end') client.end();
        else client.write(readyOnce(started ? answer(version) : greeting()));
        started ||= next.kind === 'startup';
      }
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ url: `postgres://bot:secret@127.0.0.1:${port}/bot`, stop: () => server.close() });
    });
  });
}

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const READY = frame('Z', Buffer.from('I'));

function greeting(): Buffer {
  return Buffer.concat([frame('R', Buffer.alloc(4)), READY]);
}

/** One row of one text. */
function answer(version: string): Buffer {
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('server_version_num\0'),
    Buffer.from([0, 0, 0, 0, 0, 0]),
    Buffer.from([0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)]);
  return Buffer.concat([
    frame('1', Buffer.alloc(0)),
    frame('2', Buffer.alloc(0)),
    frame('T', column),
    frame('D', row),
    frame('C', Buffer.from('SHOW\0')),
    READY,
  ]);
}

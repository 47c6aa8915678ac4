import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../node_modules/@derockdev/discord-components-core/dist/derockdev-discord-components-core');

/** The web components that look like Discord, on a free port of this machine. */
export async function serveComponents(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      const file = await readFile(join(FOLDER, basename(request.url ?? '')));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${portOf(address)}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { connect, createServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';

export type Door = {
  /** The port refuses connections for so long. */
  readonly closedMs?: number;
  /** So many connections get no more than "502 Bad Gateway". */
  readonly broken?: number;
};

const BAD_GATEWAY = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Another address for a local server, behind which it is not well at first. */
export async function openDoor(url: string, { closedMs = 0, broken = 0 }: Door): Promise<string> {
  const target = new URL(url);
  const { hostname, port: behindPort } = target;
  let left = broken;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    left -= 1;
    if (left >= 0) return void socket.end(BAD_GATEWAY);
    const behind = connect(Number(behindPort), hostname).on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
    socket.on('close', () => behind.destroy());
  });
  const port = await listen(server, 0);
  if (closedMs > 0) {
    await new Promise((resolve) => server.close(resolve));
    setTimeout(() => void listen(server, port), closedMs);
  }
  onTestFinished(() => void server.close());
  target.port = String(port);
  return target.href;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

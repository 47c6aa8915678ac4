import type { WebSocket } from 'ws';

/** Discord ends a connection because of what came over it. */
export class GatewayClosing extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.name = 'GatewayClosing';
    this.code = code;
  }
}

/** Does something that may have to end the connection. */
export function closingIfRefused(socket: WebSocket, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof GatewayClosing)) throw error;
    socket.close(error.code, error.message);
  }
}

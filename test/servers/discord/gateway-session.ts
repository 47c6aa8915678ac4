import { randomUUID } from 'node:crypto';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Shard } from './world.ts';

type Event = { readonly op: GatewayOpcodes.Dispatch; readonly s: number; readonly t: string; readonly d: unknown };

/** One log-in of the bot. It outlives its connection, and keeps its events for the next one that resumes it. */
export class GatewaySession {
  readonly id = randomUUID().replaceAll('-', '');
  readonly intents: number;
  readonly shard: Shard;
  readonly #events: Event[] = [];
  #socket: WebSocket;

  constructor(intents: number, shard: Shard, socket: WebSocket) {
    this.intents = intents;
    this.shard = shard;
    this.#socket = socket;
  }

  get socket(): WebSocket {
    return this.#socket;
  }

  dispatch(t: string, d: unknown): void {
    const event: Event = { op: GatewayOpcodes.Dispatch, s: this.#events.length + 1, t, d };
    this.#events.push(event);
    this.#send(event);
  }

  knows(sequence: number): boolean {
    return sequence <= this.#events.length;
  }

  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const event of this.#events.slice(sequence)) this.#send(event);
    this.dispatch('RESUMED', { _trace: [] });
  }

  #send(event: Event): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(event));
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiRefusal, REFUSALS } from './api-refusal.ts';
import type { Fault, Faults } from './faults.ts';
import type { OpenApiCheck } from './openapi-check.ts';
import { type ApiRequest, readRequest } from './read-request.ts';
import { type Answer, findRoute, type RestParts } from './rest-routes.ts';
import type { Signal } from './signal.ts';

/** One request and how it was answered. */
export type RequestRecord = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly fault: Fault['kind'] | null;
};

/** A request that Discord would not accept. */
export type Rejection = {
  readonly request: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly response: unknown;
  readonly body: unknown;
};

/** A request's body, or a response of this server, that does not agree with Discord's description of its API. */
export type SchemaViolation = { readonly request: string; readonly part: 'request' | 'response'; readonly problems: readonly string[]; readonly body: unknown };

export type RestServerParts = RestParts & { readonly token: string; readonly faults: Faults; readonly check: OpenApiCheck; readonly signal: Signal };

/** Discord's REST API, version 10. */
export class RestServer {
  readonly requests: RequestRecord[] = [];
  readonly rejected: Rejection[] = [];
  readonly violations: SchemaViolation[] = [];
  readonly #parts: RestServerParts;

  constructor(parts: RestServerParts) {
    this.#parts = parts;
  }

  async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming).catch((error: unknown) => this.#refuseUnread(incoming, error, response));
    if (request === null) return;
    const fault = this.#parts.faults.take(nameOf(request));
    if (fault?.kind === 'rate-limit' || fault?.kind === 'status') this.#fail(request, fault, response);
    else await this.#respond(request, fault, response);
  }

  async #respond(request: ApiRequest, fault: Fault | undefined, response: ServerResponse): Promise<void> {
    const answer = this.#answer(request);
    this.#record(request, answer.status, fault);
    if (fault?.kind === 'slow') await wait(fault.ms);
    if (fault?.kind === 'lost-response') response.destroy();
    else send(response, answer.status, answer.json, RATE_LIMIT_LEFT);
  }

  #answer(request: ApiRequest): { readonly status: number; readonly json: unknown } {
    try {
      const { json, status = json === undefined ? 204 : 200 } = this.#handle(request);
      if (status === 200) this.#checkSchema('response', request, json);
      return { status, json };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return this.#reject(request, error);
    }
  }

  #handle(request: ApiRequest): Answer {
    const found = findRoute(request);
    if (found === undefined) throw REFUSALS.unknownRoute();
    if (!found.route.open && request.authorization !== `Bot ${this.#parts.token}`) throw REFUSALS.unauthorized();
    if (request.body !== undefined) this.#checkSchema('request', request, request.body);
    return found.route.handle(request, this.#parts, ...found.held);
  }

  #checkSchema(part: SchemaViolation['part'], request: ApiRequest, sent: unknown): void {
    const body: unknown = JSON.parse(JSON.stringify(sent));
    const problems = this.#parts.check(part, request.method, request.path, body).filter((problem) => part === 'request' || !OF_COMPONENTS.test(problem));
    if (problems.length > 0) this.violations.push({ request: nameOf(request), part, problems, body });
  }

  #reject(request: Pick<ApiRequest, 'method' | 'path' | 'body'>, refusal: ApiRefusal): { readonly status: number; readonly json: unknown } {
    const { status, code, message } = refusal;
    const response = refusal.toBody();
    this.rejected.push({ request: nameOf(request), status, code, message, response, body: request.body });
    this.#parts.signal.notify();
    return { status, json: response };
  }

  #refuseUnread({ method = '', url = '' }: IncomingMessage, error: unknown, response: ServerResponse): null {
    if (!(error instanceof ApiRefusal)) throw error;
    const { status, json } = this.#reject({ method, path: url, body: undefined }, error);
    send(response, status, json);
    return null;
  }

  #fail(request: ApiRequest, fault: Extract<Fault, { kind: 'rate-limit' | 'status' }>, response: ServerResponse): void {
    const status = fault.kind === 'status' ? fault.status : 429;
    this.#record(request, status, fault);
    if (fault.kind === 'status') {
      send(response, status, { message: `${status}: Server Error`, code: 0 });
    } else {
      const { retryAfter, global = false } = fault;
      send(response, status, { message: 'You are being rate limited.', retry_after: retryAfter, global }, limitedHeaders(retryAfter, global));
    }
  }

  #record({ method, path, body }: ApiRequest, status: number, fault: Fault | undefined): void {
    this.requests.push({ method, path, body, status, fault: fault?.kind ?? null });
    this.#parts.signal.notify();
  }
}

function nameOf({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** Discord sends components back with every default filled in; this server leaves them as they came. */
const OF_COMPONENTS = /\/components\b/;

/** A limit that nobody reaches; it is given by faults instead. */
const RATE_LIMIT_LEFT = { 'X-RateLimit-Limit': '1000', 'X-RateLimit-Remaining': '999', 'X-RateLimit-Reset-After': '1' } as const;

function limitedHeaders(retryAfter: number, global: boolean): Readonly<Record<string, string>> {
  const shared = { 'Retry-After': String(retryAfter), 'X-RateLimit-Scope': global ? 'global' : 'user' };
  if (global) return { ...shared, 'X-RateLimit-Global': 'true' };
  const reset = String(Date.now() / 1000 + retryAfter);
  return { ...shared, 'X-RateLimit-Limit': '5', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset, 'X-RateLimit-Reset-After': String(retryAfter) };
}

function send(response: ServerResponse, status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, ...(json === undefined ? {} : { 'Content-Type': 'application/json' }) });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

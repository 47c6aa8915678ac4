import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { REFUSALS } from './api-refusal.ts';
import type { SentFile } from './message.ts';

export type ApiRequest = {
  readonly method: string;
  /** Below `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** Parsed JSON, that of `payload_json` where files come along; undefined where there is none. */
  readonly body: unknown;
  readonly files: readonly SentFile[];
};

const API = /^\/api\/v10(?=\/)/;

export async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const { method = 'GET', url = '/', headers } = incoming;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const bytes = await buffer(incoming);
  const path = API.test(pathname) ? pathname.replace(API, '') : pathname;
  const read = await readBody(bytes, headers['content-type'] ?? '');
  return { method, path, query: searchParams, authorization: headers.authorization, ...read };
}

async function readBody(bytes: Buffer, contentType: string): Promise<Pick<ApiRequest, 'body' | 'files'>> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString()), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const json = form.get('payload_json');
  const parts = [...form.values()].filter((part) => typeof part !== 'string');
  const files = await Promise.all(
    parts.map(async (part) => ({ name: part.name, contentType: part.type, bytes: new Uint8Array(await part.arrayBuffer()), description: null })),
  );
  return { body: typeof json === 'string' ? parseJson(json) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw REFUSALS.invalidJson();
  }
}

import { type Fields, parseJson, toFields } from './json.ts';

export type Arguments = { readonly token: string | undefined; readonly args: Fields };

/** Arguments of a Web API call: a form in which whatever is no text stands as JSON (what @slack/web-api sends), a JSON body, or a query. */
export function readArguments(url: URL, type: string, authorization: string | undefined, body: string): Arguments {
  const sent = type.includes('application/json') ? toFields(parseJson(body)) : fromForm(new URLSearchParams(body));
  const { token, ...args } = { ...fromForm(url.searchParams), ...sent };
  return { token: authorization?.replace(/^Bearer /, '') ?? (typeof token === 'string' ? token : undefined), args };
}

function fromForm(form: URLSearchParams): Fields {
  return Object.fromEntries([...form].map(([key, value]) => [key, plainKeys.has(key) ? value : unpack(value)]));
}

/** What people may write: "12" and "true" stay text there. */
const plainKeys = new Set(['text', 'markdown_text', 'ts', 'thread_ts', 'message_ts', 'timestamp', 'token', 'title', 'status', 'name']);

function unpack(value: string): unknown {
  return /^(?:[[{]|true$|false$)/.test(value) ? (parseJson(value) ?? value) : value;
}

import { createHmac } from 'node:crypto';
import type { Delivery, Envelope, Retry } from './envelope.ts';
import { parseJson } from './json.ts';
import { app } from './workspace.ts';

export type Answer = { readonly status: number; readonly payload: unknown };

/** Posts to the bot's request URL as Slack does in HTTP mode: events as JSON, the rest as forms, all of it signed. */
export async function postSigned(url: string, envelope: Envelope, retry: Retry | undefined, delivery: Delivery): Promise<Answer> {
  const [type, body] = encode(envelope);
  const timestamp = String(Math.floor(Date.now() / 1000) - (delivery.ageSeconds ?? 0));
  const headers: Record<string, string> = { 'content-type': type, 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)' };
  if (delivery.signature !== 'missing') {
    headers['x-slack-request-timestamp'] = timestamp;
    headers['x-slack-signature'] = sign(delivery.signature === 'wrong' ? 'not the secret' : app.signingSecret, timestamp, body);
  }
  if (retry !== undefined) {
    headers['x-slack-retry-num'] = String(retry.attempt);
    headers['x-slack-retry-reason'] = `http_${retry.reason}`;
  }
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, payload: text === '' ? undefined : (parseJson(text) ?? text) };
}

function encode({ type, payload }: Envelope): readonly [string, string] {
  const form = 'application/x-www-form-urlencoded';
  switch (type) {
    case 'events_api':
      return ['application/json', JSON.stringify(payload)];
    case 'slash_commands':
      return [form, String(new URLSearchParams(Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))))];
    case 'interactive':
      return [form, String(new URLSearchParams({ payload: JSON.stringify(payload) }))];
  }
}

function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

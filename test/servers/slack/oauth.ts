import { randomBytes } from 'node:crypto';
import { eventEnvelope } from './event-envelope.ts';
import type { Gate } from './gate.ts';
import { type Fields, textField } from './json.ts';
import { oauth, people, type Workspace } from './workspace.ts';

export type Install = {
  readonly workspace: Workspace;
  /** Where the bot shows people how to install it: "http://127.0.0.1:3000/slack/install". */
  readonly installUrl: string;
  /** `state`: as if Slack sent back another one. `cookie`: as if another browser came back. */
  readonly tamper?: 'state' | 'cookie';
  /** Where the browser comes back to, if not to the same process: "http://127.0.0.1:3001". */
  readonly backTo?: string;
};

export type Installed = { readonly status: number; readonly page: string; readonly scopes: readonly string[] };

/** Somebody installs the bot, with a browser: opens the page, is sent to Slack, allows it there, and is sent back. */
export async function install(gate: Gate, { workspace, installUrl, tamper, backTo = installUrl }: Install): Promise<Installed> {
  const shown = await fetch(installUrl, { redirect: 'manual' });
  const asked = new URL(shown.headers.get('location') ?? 'missing:');
  if (asked.origin + asked.pathname !== 'https://slack.com/oauth/v2/authorize') throw new Error(`${installUrl} does not send people to Slack: ${shown.status}`);
  if (asked.searchParams.get('client_id') !== oauth.clientId) throw new Error('the page names another client_id');
  const code = randomBytes(8).toString('hex');
  gate.codes.set(code, workspace);
  const back = new URL('/slack/oauth_redirect', backTo);
  back.search = String(new URLSearchParams({ code, state: tamper === 'state' ? 'another' : (asked.searchParams.get('state') ?? '') }));
  const cookies = tamper === 'cookie' ? [] : shown.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  const answer = await fetch(back, { headers: { cookie: cookies.join('; ') } });
  return { status: answer.status, page: await answer.text(), scopes: asked.searchParams.get('scope')?.split(',') ?? [] };
}

/** Somebody removes the bot: its token is good no longer, and it is told twice. */
export async function uninstall(gate: Gate, workspace: Workspace): Promise<void> {
  gate.tokens.revoke(workspace);
  await gate.deliver(eventEnvelope({ type: 'tokens_revoked', tokens: { bot: [workspace.botUserId] } }, workspace));
  await gate.deliver(eventEnvelope({ type: 'app_uninstalled' }, workspace));
}

/** Exchanges what the browser brought for a token: once, and with the client's secret only. */
export function answerAccess(gate: Gate, args: Fields): Fields {
  if (args['client_id'] !== oauth.clientId) return { ok: false, error: 'invalid_client_id' };
  if (args['client_secret'] !== oauth.clientSecret) return { ok: false, error: 'bad_client_secret' };
  const code = textField(args, 'code') ?? '';
  const workspace = gate.codes.get(code);
  if (workspace === undefined) return { ok: false, error: 'invalid_code' };
  gate.codes.delete(code);
  return {
    ok: true,
    app_id: 'A0LAYOFFS',
    authed_user: { id: people.owner.id },
    scope: 'chat:write,commands',
    token_type: 'bot',
    access_token: gate.tokens.issue(workspace),
    bot_user_id: workspace.botUserId,
    team: { id: workspace.teamId, name: workspace.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

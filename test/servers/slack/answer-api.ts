import { type ApiMethod, refuse } from './api-method.ts';
import { chatMethods } from './chat-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';
import { answerAccess } from './oauth.ts';
import { otherMethods } from './other-methods.ts';
import type { Arguments } from './read-arguments.ts';
import { viewMethods } from './view-methods.ts';
import { app, type Workspace } from './workspace.ts';

const methods: { readonly [method: string]: ApiMethod } = { ...chatMethods, ...viewMethods, ...fileMethods, ...otherMethods };

/** What local-slack answers well enough by itself. */
const passedOn = new Set([
  ...['bots.info', 'chat.getPermalink', 'conversations.list', 'conversations.members', 'emoji.list'],
  ...['reactions.remove', 'team.info', 'users.conversations', 'users.list'],
]);

export async function answerApi(gate: Gate, method: string, { token, args }: Arguments): Promise<Fields> {
  const answer = await find(gate, method, token, args);
  const { error } = answer;
  gate.records.calls.push({ method, args, token, error: typeof error === 'string' ? error : undefined, at: performance.now() });
  return answer;
}

async function find(gate: Gate, method: string, token: string | undefined, args: Fields): Promise<Fields> {
  // The only method that takes a client's secret in place of a token.
  if (method === 'oauth.v2.access') return answerAccess(gate, args);
  const workspace = checkToken(gate, method, token);
  return 'error' in workspace ? workspace : findMethod(gate, method)(gate, args, workspace);
}

function checkToken(gate: Gate, method: string, token: string | undefined): Workspace | (Fields & { readonly error: unknown }) {
  if (token === undefined || token === '') return { ok: false, error: 'not_authed' };
  const workspace = gate.tokens.workspaceOf(token);
  const wanted = method === 'apps.connections.open' ? token === app.appToken : workspace !== undefined;
  if (wanted) return workspace ?? app;
  if (gate.tokens.wasRevoked(token)) return { ok: false, error: 'account_inactive' };
  return { ok: false, error: token === app.appToken || workspace !== undefined ? 'not_allowed_token_type' : 'invalid_auth' };
}

function findMethod(gate: Gate, method: string): ApiMethod {
  const found = methods[method];
  if (found !== undefined) return found;
  if (passedOn.has(method)) return (_gate, args) => gate.binary.api(method, args);
  gate.records.unknownMethods.push(method);
  return () => refuse('unknown_method');
}

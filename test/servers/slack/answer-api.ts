import { type ApiMethod, refuse } from './api-method.ts';
import { chatMethods } from './chat-methods.ts';
import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';
import { otherMethods } from './other-methods.ts';
import type { Arguments } from './read-arguments.ts';
import { viewMethods } from './view-methods.ts';
import { app } from './workspace.ts';

const methods: { readonly [method: string]: ApiMethod } = { ...chatMethods, ...viewMethods, ...otherMethods };

/** What local-slack answers well enough by itself. */
const passedOn = new Set([
  ...['bots.info', 'chat.getPermalink', 'conversations.list', 'conversations.members', 'emoji.list'],
  ...['reactions.remove', 'team.info', 'users.conversations', 'users.list'],
]);

export async function answerApi(gate: Gate, method: string, { token, args }: Arguments): Promise<Fields> {
  const answer = checkToken(method, token) ?? (await findMethod(gate, method)(gate, args));
  const { error } = answer;
  gate.records.calls.push({ method, args, error: typeof error === 'string' ? error : undefined, at: performance.now() });
  return answer;
}

function checkToken(method: string, token: string | undefined): Fields | undefined {
  if (token === undefined || token === '') return refuse('not_authed');
  const wanted = method === 'apps.connections.open' ? app.appToken : app.botToken;
  if (token === wanted) return undefined;
  return refuse(token === app.appToken || token === app.botToken ? 'not_allowed_token_type' : 'invalid_auth');
}

function findMethod(gate: Gate, method: string): ApiMethod {
  const found = methods[method];
  if (found !== undefined) return found;
  if (passedOn.has(method)) return (_gate, args) => gate.binary.api(method, args);
  gate.records.unknownMethods.push(method);
  return () => refuse('unknown_method');
}

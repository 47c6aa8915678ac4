import { admitMessage } from './admit-message.ts';
import type { Gate } from './gate.ts';
import type { ResponseHandle } from './handles.ts';
import { type Fields, textField } from './json.ts';
import { changeMessage, putMessage, removeMessage } from './put-message.ts';
import { workspaceOf } from './workspace.ts';

export type ResponseAnswer = { readonly status: number; readonly body: string };

/** Someone posted to a response_url. What Slack answers to bad blocks there is undocumented: 400 and the error's name here. */
export async function answerResponseUrl(gate: Gate, id: string, body: Fields): Promise<ResponseAnswer> {
  const handle = gate.handles.takeResponse(id);
  const refused = typeof handle === 'string' ? handle : await respond(gate, handle, body, 'response_url');
  gate.records.calls.push({ method: 'response_url', args: body, error: refused, at: performance.now() });
  if (refused === undefined) return { status: 200, body: 'ok' };
  if (typeof handle === 'string') gate.records.rejected.push({ method: 'response_url', error: handle, messages: [], args: body });
  return { status: typeof handle === 'string' ? 404 : 400, body: JSON.stringify({ ok: false, error: refused }) };
}

/** Does what the body says, be it from a response_url or from the acknowledgement of a slash command. @returns Slack's error, if any */
export async function respond(gate: Gate, handle: ResponseHandle, body: Fields, via: 'response_url' | 'ack'): Promise<string | undefined> {
  const { message } = handle;
  if (body['delete_original'] === true) {
    if (message !== undefined) await removeMessage(gate, message, body, via, handle.id);
    return undefined;
  }
  const refused = admitMessage(gate, via, body);
  if (refused !== undefined) return textField(refused, 'error');
  if (body['replace_original'] === true && message !== undefined) {
    await changeMessage(gate, message, body, via, handle.id);
    return undefined;
  }
  const visibleTo = body['response_type'] === 'in_channel' ? undefined : handle.user;
  await putMessage(gate, body, {
    bot: workspaceOf(handle.user).botUserId,
    channel: handle.channel,
    threadTs: textField(body, 'thread_ts'),
    visibleTo,
    via,
    handle: handle.id,
  });
  return undefined;
}

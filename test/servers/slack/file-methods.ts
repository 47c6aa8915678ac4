import { randomBytes } from 'node:crypto';
import { type ApiMethod, refuse } from './api-method.ts';
import type { Gate } from './gate.ts';
import { type Fields, listField, textField } from './json.ts';
import type { Upload } from './upload.ts';
import { findChannel } from './workspace.ts';

export const fileMethods: { readonly [method: string]: ApiMethod } = {
  'files.getUploadURLExternal': (gate, args) => {
    const [name, length] = [textField(args, 'filename'), Number(args['length'])];
    if (name === undefined || !(length > 0)) return refuse('invalid_arguments');
    const file_id = `F${randomBytes(5).toString('hex').toUpperCase()}`;
    gate.uploads.set(file_id, { name, length, content: undefined });
    return { ok: true, file_id, upload_url: `${gate.baseUrl}/upload/${file_id}` };
  },
  'files.completeUploadExternal': (gate, args, workspace) => {
    const channel = textField(args, 'channel_id');
    const files = listField(args, 'files').map((file) => gate.uploads.get(textField(file, 'id') ?? ''));
    if (files.length === 0 || files.some((file) => file?.content === undefined)) return refuse('file_not_found');
    // The id of a person does not stand for the conversation with them here.
    if (channel === undefined || !(channel.startsWith('D') || findChannel(channel)?.members.includes(workspace.botUserId))) return refuse('channel_not_found');
    for (const file of files) recordFile(gate, channel, args, file);
    return { ok: true, files: listField(args, 'files').map((file) => ({ id: file['id'], title: file['title'] })) };
  },
};

function recordFile(gate: Gate, channel: string, args: Fields, file: Upload | undefined): void {
  if (file === undefined) return;
  gate.book.record({ kind: 'file', via: 'files.completeUploadExternal', channel, threadTs: textField(args, 'thread_ts'), file, args });
}

/** What is posted to an upload_url: the file itself, or a form around it. */
export async function takeUpload(gate: Gate, id: string, type: string, body: Buffer): Promise<number> {
  const upload = gate.uploads.get(id);
  if (upload === undefined) return 404;
  const content = type.includes('multipart/form-data') ? await fromForm(type, body) : body.toString('utf8');
  if (Buffer.byteLength(content) !== upload.length) return 400;
  gate.uploads.set(id, { ...upload, content });
  return 200;
}

async function fromForm(type: string, body: Buffer): Promise<string> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [first] = [...form.values()];
  return typeof first === 'string' ? first : ((await first?.text()) ?? '');
}

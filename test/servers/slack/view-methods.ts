import { randomBytes } from 'node:crypto';
import { type ApiMethod, refuse } from './api-method.ts';
import { checkView } from './check-view.ts';
import { findPings } from './find-pings.ts';
import type { Gate } from './gate.ts';
import { giveBlockIds } from './give-block-ids.ts';
import { type Fields, textField, toFields } from './json.ts';
import type { View } from './message.ts';
import { toDrawableBlocks } from './to-drawable-blocks.ts';
import { app, findPerson } from './workspace.ts';

export const viewMethods: { readonly [method: string]: ApiMethod } = {
  'views.publish': async (gate, args) => {
    const user = textField(args, 'user_id') ?? '';
    if (findPerson(user) === undefined) return refuse('user_not_found');
    const current = gate.book.homes.get(user);
    if (args['hash'] !== undefined && args['hash'] !== current?.hash) return refuse('hash_conflict');
    const refused = admitView(gate, 'views.publish', args, 'home');
    if (refused !== undefined) return refused;
    const view = makeView(user, args, current?.id);
    gate.book.homes.set(user, view);
    await gate.binary.api('views.publish', { user_id: user, view: toDrawableView(view) });
    gate.book.record({ kind: 'home', via: 'views.publish', user, view, args });
    return { ok: true, view: toApiView(view) };
  },
  'views.open': async (gate, args) => {
    const trigger = gate.handles.takeTrigger(textField(args, 'trigger_id') ?? '');
    if (typeof trigger === 'string') return refuse(trigger);
    const refused = admitView(gate, 'views.open', args, 'modal');
    if (refused !== undefined) return refused;
    const view = makeView(trigger.user, args, undefined);
    gate.book.modals.set(view.id, view);
    const trigger_id = trigger.fromPage ? trigger.id : await gate.borrowTrigger(trigger.user);
    await gate.binary.api('views.open', { trigger_id, view: toDrawableView(view) });
    gate.book.record({ kind: 'view', via: 'views.open', user: trigger.user, handle: trigger.id, view, args });
    return { ok: true, view: toApiView(view) };
  },
  'views.update': async (gate, args) => {
    const named = [...gate.book.modals.values()].find(({ id, content }) => id === args['view_id'] || (content['external_id'] ?? NaN) === args['external_id']);
    if (named === undefined) return refuse('not_found');
    if (args['hash'] !== undefined && args['hash'] !== named.hash) return refuse('hash_conflict');
    const refused = admitView(gate, 'views.update', args, 'modal');
    if (refused !== undefined) return refused;
    const view = makeView(named.user, args, named.id);
    gate.book.modals.set(view.id, view);
    await gate.binary.api('views.update', { view_id: view.id, view: toDrawableView(view) });
    gate.book.record({ kind: 'view', via: 'views.update', user: named.user, view, args });
    return { ok: true, view: toApiView(view) };
  },
};

export function toApiView({ id, content, hash }: View): Fields {
  const state = content['state'] ?? { values: {} };
  return { ...content, id, hash, state, team_id: app.teamId, app_id: app.appId, bot_id: app.botId, root_view_id: id, previous_view_id: null };
}

function admitView(gate: Gate, method: string, args: Fields, type: 'home' | 'modal'): Fields | undefined {
  gate.records.pings.push(...findPings(method, args));
  const violation = checkView(toFields(args['view']), type);
  if (violation === undefined) return undefined;
  gate.records.rejected.push({ method, args, ...violation });
  return { ok: false, error: violation.error, response_metadata: { messages: violation.messages.map((message) => `[ERROR] ${message}`) } };
}

function makeView(user: string, args: Fields, id: string | undefined): View {
  const content = toFields(args['view']);
  return {
    user,
    id: id ?? `V${randomBytes(5).toString('hex').toUpperCase()}`,
    content: { ...content, blocks: giveBlockIds(content) },
    hash: `${Date.now()}.${randomBytes(4).toString('hex')}`,
  };
}

function toDrawableView({ content }: View): Fields {
  return { ...content, blocks: toDrawableBlocks(giveBlockIds(content)) };
}

import { eventEnvelope } from './event-envelope.ts';
import type { Gate } from './gate.ts';
import { answersTo } from './interaction.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiView } from './view-methods.ts';
import { workspaceOf } from './workspace.ts';

/** Somebody opens the app. With agent_view, tab "messages" is where a conversation begins. */
export async function openHome(gate: Gate, { user, ...rest }: Act & { readonly user: string }, tab: 'home' | 'messages'): Promise<Outcome> {
  const channel = await gate.directChannel(user);
  const view = gate.book.homes.get(user);
  const shown = tab === 'home' && view !== undefined ? { view: toApiView(view) } : {};
  const event = { type: 'app_home_opened', user, channel, tab, event_ts: String(Date.now() / 1000), ...shown };
  const heard = gate.settings.subscriptions.includes('app_home_opened');
  const isAbout = answersTo(user, channel, []);
  return perform(gate, { envelopes: heard ? [eventEnvelope(event, workspaceOf(user))] : [], isAbout }, heard ? rest : { ...rest, expect: 0 });
}

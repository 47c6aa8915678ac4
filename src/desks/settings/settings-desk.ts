import { type Action, writeAction } from '../../bot/action.ts';
import type { Desk, Entries, Visit } from '../../bot/desk.ts';
import { isLocalAdmin } from '../../bot/is-local-admin.ts';
import type { Messenger } from '../../bot/messenger.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import { Recent } from '../../bot/recent.ts';
import { RECEPTION_TEXTS } from '../../bot/reception-texts.ts';
import { lead, plainReply, replaceFor, sayTo } from '../../bot/say.ts';
import { describeError, type Log } from '../../log.ts';
import type { Block } from '../../reply/reply.ts';
import type { KeptSettings } from '../../state/kept-settings.ts';
import { scopesOf } from '../../state/settings.ts';
import { readSettings } from './read-settings.ts';
import { entriesOf, type SettingsTarget, settingsForm } from './settings-form.ts';
import { SETTINGS_TEXTS } from './settings-texts.ts';

const MOST_DRAFTS = 100;
const DRAFT_MS = 15 * 60 * 1_000;

export type SettingsDeskParts = {
  readonly kept: KeptSettings;
  readonly log: Log;
  readonly now: () => number;
  /** Null where the platform is not connected. */
  readonly messengerOf: (platform: string) => Messenger | null;
  /** What is in effect where somebody stands, for them to see. */
  readonly show: (visit: Visit) => Promise<readonly Block[]>;
};

type Draft = { readonly entries: Entries; readonly at: number };
type Scoped = Extract<Action, { readonly kind: 'settings' | 'unset' }>;

/** Where those who look after the bot change what is set. What was refused is filled in again when the form is opened once more. */
export function openSettingsDesk(parts: SettingsDeskParts): Desk {
  const drafts = new Recent<Draft>(MOST_DRAFTS);
  return {
    press: async (action, visit) => {
      if (action.kind !== 'settings' && action.kind !== 'unset') return null;
      const refusal = await refuse(action, visit);
      if (refusal !== null) return refusal;
      if (action.kind === 'settings') return { kind: 'form', form: formFor(action, visit, drafts.get(draftKey(action, visit)), parts) };
      await parts.kept.save(action.scope, {}, visit.person);
      return replaceFor(visit, lead(SETTINGS_TEXTS[visit.language].reset), ...(await parts.show(visit)));
    },
    submit: async (action, entries, visit) => {
      if (action.kind !== 'settings') return null;
      return (await refuse(action, visit)) ?? take(action, entries, visit, drafts, parts);
    },
  };
}

/** Only admins, and only for where they are. */
async function refuse({ scope }: Scoped, visit: Visit): Promise<Outgoing | null> {
  const scopes = scopesOf(visit.incoming.place);
  if (scope !== scopes?.workspace && scope !== scopes?.channel) return sayTo(visit, lead(SETTINGS_TEXTS[visit.language].elsewhere));
  return (await isLocalAdmin(visit.incoming.person)) ? null : sayTo(visit, lead(RECEPTION_TEXTS[visit.language].adminsOnly));
}

async function take(action: Scoped, entries: Entries, visit: Visit, drafts: Recent<Draft>, parts: SettingsDeskParts): Promise<Outgoing> {
  const texts = SETTINGS_TEXTS[visit.language];
  const read = readSettings(entries, targetOf(action, visit), visit.language);
  drafts.set(draftKey(action, visit), { entries, at: parts.now() });
  if (!read.ok) return ask(read.faults, action, visit);
  const { editorsChannel } = read.values;
  const isNew = editorsChannel !== undefined && editorsChannel !== parts.kept.setFor(action.scope).editorsChannel;
  if (isNew && !(await greet(editorsChannel, visit, parts))) return ask([texts.cannotPost], action, visit);
  await parts.kept.save(action.scope, read.values, visit.person);
  drafts.delete(draftKey(action, visit));
  return replaceFor(visit, lead(texts.saved), ...(await parts.show(visit)));
}

function formFor(action: Scoped, visit: Visit, draft: Draft | undefined, { kept, now }: SettingsDeskParts) {
  const { place } = visit.incoming;
  const target = targetOf(action, visit);
  // What would be in effect without this scope.
  const above = kept.above(place, target === 'here' ? 'channel' : 'workspace');
  const isFresh = draft !== undefined && now() - draft.at < DRAFT_MS;
  const entries = isFresh ? draft.entries : entriesOf(kept.setFor(action.scope));
  return settingsForm({ target, action: writeAction(action) ?? '', language: visit.language, above, entries });
}

/** Says what is wrong, and offers the form with what was filled in. */
function ask(faults: readonly string[], action: Scoped, visit: Visit): Outgoing {
  const texts = SETTINGS_TEXTS[visit.language];
  const again = { label: texts.again, action: writeAction(action) ?? '', style: 'primary' } as const;
  return sayTo(visit, lead(texts.refused), { kind: 'list', ordered: false, items: faults }, { kind: 'buttons', buttons: [again] });
}

/** Whether the bot can write where the editors are to hear of it; they learn at once what will come. */
async function greet(channel: string, { incoming, language, version }: Visit, { messengerOf, log }: SettingsDeskParts): Promise<boolean> {
  const { platform, workspace } = incoming.place;
  const messenger = messengerOf(platform);
  if (messenger === null) return true;
  const reply = plainReply([lead(SETTINGS_TEXTS[language].editorsGreeting)], language, version);
  try {
    await messenger.post({ workspace, channel, thread: null, mention: null }, reply);
    return true;
  } catch (error) {
    log.info({ platform, channel, error: describeError(error) }, 'the channel of the editors cannot be written to');
    return false;
  }
}

function targetOf({ scope }: Scoped, { incoming }: Visit): SettingsTarget {
  return scope === scopesOf(incoming.place)?.workspace ? 'all' : 'here';
}

function draftKey({ scope }: Scoped, { person }: Visit): string {
  return `${person} ${scope}`;
}

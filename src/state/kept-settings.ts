import { eq } from 'drizzle-orm';
import { describeError, type Log } from '../log.ts';
import { layerSettings } from './layer-settings.ts';
import type { Notices } from './notices.ts';
import { settings as table } from './schema.ts';
import { type Settings, type SettingsPlace, type SettingsView, type SetValues, scopesOf, setSchema } from './settings.ts';
import type { State } from './state.ts';

const LOOK_AGAIN_MS = 60_000;
const MOST_PLACES = 5_000;

export type KeptSettingsParts = {
  readonly state: State;
  readonly log: Log;
  /** On that platform, where nobody has set anything. */
  readonly usual: (platform: string) => Settings;
  readonly notices: Pick<Notices, 'publish' | 'on'>;
};

/** What people have set: known at any time without waiting, and kept in the database. */
export type KeptSettings = {
  readonly view: (place: SettingsPlace) => SettingsView;
  readonly of: (place: SettingsPlace) => Settings;
  /** What would be in effect there if nothing were set for the channel, or for the workspace or server. */
  readonly above: (place: SettingsPlace, level: 'channel' | 'workspace') => Settings;
  /** What is set for a scope itself. */
  readonly setFor: (scope: string) => SetValues;
  /** In effect when it resolves. @throws StateError where it cannot be kept: then nothing changes */
  readonly save: (scope: string, values: SetValues, person: string) => Promise<void>;
};

export function keepSettings({ state, log, usual, notices }: KeptSettingsParts): KeptSettings {
  let known: ReadonlyMap<string, SetValues> = new Map();
  const layered = new Map<string, SettingsView>();
  const bad = new Set<string>();
  let loading = Promise.resolve();

  const take = (next: ReadonlyMap<string, SetValues>) => {
    known = next;
    layered.clear();
  };
  const read = async () => {
    const rows = await state.read((database) => database.select().from(table));
    const parsed = rows.map(({ scope, value }) => ({ scope, value: setSchema.safeParse(value) }));
    for (const { scope, value } of parsed) if (!value.success) warnOnce(scope);
    take(new Map(parsed.flatMap(({ scope, value }) => (value.success ? [[scope, value.data] as const] : []))));
  };
  const warnOnce = (scope: string) => {
    if (!bad.has(scope)) log.warn({ scope }, 'settings that cannot be read are ignored: set them anew');
    bad.add(scope);
  };
  // One after the other: what was read later is newer.
  const load = () => {
    const next = loading.then(read);
    loading = next.catch((error: unknown) => log.debug({ error: describeError(error) }, 'settings could not be read'));
    return next;
  };
  const look = () => {
    load().catch(() => {});
  };
  state.onOpen(look);
  notices.on('settings', look);
  setInterval(look, LOOK_AGAIN_MS).unref();

  const view = (place: SettingsPlace) => {
    const key = `${place.platform} ${place.workspace} ${place.above ?? place.channel}`;
    const found = layered.get(key) ?? layerSettings(place, usual(place.platform), (scope) => known.get(scope));
    if (layered.size >= MOST_PLACES) layered.clear();
    layered.set(key, found);
    return found;
  };
  return {
    view,
    of: (place) => view(place).settings,
    above: (place, level) => {
      const scope = level === 'channel' ? scopesOf(place)?.workspace : null;
      return layerSettings(place, usual(place.platform), (one) => (one === scope ? known.get(one) : undefined)).settings;
    },
    setFor: (scope) => known.get(scope) ?? {},
    save: async (scope, values, person) => {
      const at = state.now();
      await state.change(async (transaction) => {
        if (Object.keys(values).length === 0) await transaction.delete(table).where(eq(table.scope, scope));
        else {
          await transaction
            .insert(table)
            .values({ scope, value: values, at, person })
            .onConflictDoUpdate({ target: table.scope, set: { value: values, at, person } });
        }
        await notices.publish(transaction, 'settings', scope);
      });
      bad.delete(scope);
      const others = [...known].filter(([one]) => one !== scope);
      take(new Map(Object.keys(values).length === 0 ? others : [...others, [scope, values]]));
      // What was being read meanwhile may have been older.
      await load().catch(() => {});
    },
  };
}

import { z } from 'zod';
import type { SealedStore } from '../../bot/sealed-store.ts';
import type { SecretBox } from '../../bot/secret-box.ts';
import { describeError, type Log } from '../../log.ts';
import type { SlackInstallation } from './slack-installation.ts';

/** Where the bot is installed. */
export type InstallationStore = {
  readonly save: (installation: SlackInstallation) => Promise<void>;
  /** @throws AppError of `SecretBox.open` */
  readonly find: (team: string) => Promise<SlackInstallation | null>;
  readonly remove: (team: string) => Promise<void>;
};

const schema = z.object({
  team: z.string(),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  scopes: z.array(z.string()),
  installedAt: z.string(),
});

/** Keeps installations encrypted: whoever reads the database alone gets no token. */
export function makeInstallationStore(store: SealedStore, box: SecretBox, log: Log): InstallationStore {
  const save = (installation: SlackInstallation) => {
    const key = keyOf(installation.team);
    return store.write(key, box.seal(JSON.stringify(installation), key));
  };
  return {
    save,
    find: async (team) => {
      const sealed = await store.read(keyOf(team));
      if (sealed === null) return null;
      const { secret, stale } = box.open(sealed, keyOf(team));
      const installation = schema.parse(JSON.parse(secret));
      if (stale) await save(installation).catch((error) => log.warn({ platform: 'slack', team, error: describeError(error) }, 'not sealed with the new key'));
      return installation;
    },
    remove: (team) => store.remove(keyOf(team)),
  };
}

function keyOf(team: string): string {
  return `slack:${team}`;
}

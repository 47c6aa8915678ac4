import type { Platform } from './adapters/platform.ts';
import type { Bot } from './bot/bot.ts';
import type { Reception } from './bot/reception.ts';
import { makeSecretBox } from './bot/secret-box.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { forgetWorkspace } from './state/forget-workspace.ts';
import { openSealedStore } from './state/open-sealed-store.ts';
import type { State } from './state/state.ts';

type Parts = { readonly config: Config; readonly bot: Bot; readonly reception: Reception; readonly state: State; readonly log: Log };

/** Every platform that has a token; what a platform needs is loaded only then. */
export function startPlatforms(parts: Parts): Promise<Platform[]> {
  return Promise.all([...startSlack(parts), ...startDiscord(parts)]);
}

function startSlack({ config, bot, reception, state, log }: Parts): Promise<Platform>[] {
  const { slack, admins, localAdmins, encryptionKeys } = config;
  if (slack === null) return [];
  const start = async () => {
    const [{ startSlack: start }, { makeInstallationStore }] = await Promise.all([
      import('./adapters/slack/start-slack.ts'),
      import('./adapters/slack/installation-store.ts'),
    ]);
    const [key, ...old] = encryptionKeys;
    const installations = key === undefined ? null : makeInstallationStore(openSealedStore(state), makeSecretBox(key, old), log);
    return start({ bot, reception, settings: slack, log, admins, localAdmins, installations, onRemoved: (team) => forgetWorkspace(state, 'slack', team) });
  };
  return [start()];
}

function startDiscord({ config, bot, reception, log }: Parts): Promise<Platform>[] {
  const { discord, admins, localAdmins } = config;
  if (discord === null) return [];
  return [
    import('./adapters/discord/start-discord.ts').then(({ startDiscord: start }) => start({ bot, reception, settings: discord, log, admins, localAdmins })),
  ];
}

import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from './local-discord.ts';

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A discord.js client as anybody would make it, but for the address of the API. */
export function createClient({ apiUrl }: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({ intents: INTENTS, partials: [Partials.Channel], ...options, rest: { api: apiUrl, ...options.rest } });
}

/** A server, and a client that is logged in and behaves as `prepare` lets it. */
export async function startPair(
  prepare: (client: Client) => void = () => undefined,
  options: LocalDiscordOptions & { readonly client?: Partial<ClientOptions> } = {},
) {
  const discord = await startLocalDiscord(options);
  const client = createClient(discord, options.client);
  prepare(client);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  // Only for a client that is ready: while it logs in, `destroy` never comes to an end, and it goes on connecting.
  const stop = async () => {
    await client.destroy();
    await discord.stop();
  };
  return { discord, client, stop };
}

/** Without the 5 to 6.5 s that discord.js keeps between two log-ins. */
export const LOG_IN_AT_ONCE: Partial<ClientOptions> = {
  ws: { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }) },
};

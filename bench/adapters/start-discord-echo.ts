import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import type { BotJob } from './bot-job.ts';
import { DISCORD_TOKEN } from './discord-token.ts';

/** The least that a discord.js bot can be that answers a slash command: what discord.js itself costs. */
export async function startDiscordEcho({ apiUrl }: BotJob): Promise<void> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: interaction.options.getString('question', true), flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(DISCORD_TOKEN);
  await ready;
  const question = { type: ApplicationCommandOptionType.String, name: 'question', description: 'what to say', required: true } as const;
  const ask = { type: ApplicationCommandOptionType.Subcommand, name: 'ask', description: 'says it', options: [question] } as const;
  await client.application?.commands.set([{ name: 'layoffs', description: 'says what is said', options: [ask] }]);
}

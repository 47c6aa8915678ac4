import type { AutocompleteInteraction } from 'discord.js';
import type { AdapterParts } from './adapter-parts.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { languageOf } from './person.ts';
import { optionNameOf } from './repeated-option.ts';

/** Offers names while somebody types one. */
export async function completeOption(interaction: AutocompleteInteraction, { bot }: Pick<AdapterParts, 'bot'>): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const options = bot.commands.find(({ name }) => name === interaction.options.getSubcommand(false))?.options ?? [];
  const option = options.find(({ name }) => name === optionNameOf(focused.name, options));
  const names = option ? bot.complete(option, focused.value, languageOf(interaction.locale)) : [];
  const shown = names.map((name) => cutText(cleanText(name), DISCORD_LIMITS.choice)).filter((name) => name !== '');
  const choices = [...new Set(shown)].slice(0, DISCORD_LIMITS.choices);
  await interaction.respond(choices.map((name) => ({ name, value: name })));
}

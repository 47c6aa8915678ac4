import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../bot/command.ts';
import { describeCommands } from './describe-commands.ts';
import { diffCommands } from './diff-commands.ts';

export type Publishing = {
  readonly rest: REST;
  readonly applicationId: string;
  /** Null: everywhere. */
  readonly guildId: string | null;
  readonly commands: readonly Command[];
  /** Only says what would change. */
  readonly dryRun?: boolean;
};

/** Registers the commands where they are not as they should be. @returns what changed, a line each */
export async function publishCommands({ rest, applicationId, guildId, commands, dryRun = false }: Publishing): Promise<string[]> {
  const route = guildId === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = describeCommands(commands);
  const registered = z.array(z.unknown()).parse(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));
  const changes = diffCommands(registered, wanted);
  if (changes.length > 0 && !dryRun) await rest.put(route, { body: wanted });
  return changes;
}

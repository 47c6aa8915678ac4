import { startLocalDiscord } from '../../test/servers/discord/local-discord.ts';
import type { Person } from '../../test/servers/discord/world.ts';
import type { Arena } from './arena.ts';
import type { BotKind } from './bot-job.ts';
import { forkBot } from './fork-bot.ts';

/** Slash commands as interactions of the gateway; the answer is the first response to them. */
export async function openDiscordArena(kind: BotKind, execArgv: readonly string[], memory: string | null): Promise<Arena> {
  // Checking each body against Discord's description would take longer than answering does; the soak does check.
  const discord = await startLocalDiscord({ openApiFile: '' });
  const bot = await forkBot({ kind, road: 'discord', apiUrl: discord.apiUrl, port: null, memory }, execArgv);
  await discord.waitUntilReady({ commands: 1 });
  const people = new Map<number, Person>();
  const personOf = (number: number) => {
    const person = people.get(number) ?? discord.world.addPerson(`person ${number}`);
    people.set(number, person);
    return person;
  };
  let unanswered = 0;
  return {
    bot,
    prepare: async () => {},
    ask: async (question, person) => {
      const command = { name: 'layoffs', subcommand: 'ask', user: personOf(person), options: { question } };
      const { acknowledgedAfterMs, response } = await discord.people.command(command);
      if (response !== 'message') unanswered += 1;
      return acknowledgedAfterMs ?? Number.POSITIVE_INFINITY;
    },
    problems: () => [...(unanswered > 0 ? [`${unanswered} interactions had no answer`] : []), ...discord.rejected.map(({ message }) => message)],
    stop: async () => {
      await bot.stop();
      await discord.stop();
    },
  };
}

import { ApplicationCommandType } from 'discord-api-types/v10';
import { REFUSALS } from './api-refusal.ts';
import { type CommandBody, type CommandOption, commandBody, commandKey, commandList } from './command-schema.ts';
import { parseBody } from './parse-body.ts';
import type { NextSnowflake } from './snowflake.ts';

/** A command as the bot registered it. */
export type RegisteredCommand = CommandBody & { readonly id: string; readonly guild_id?: string; readonly version: string; readonly application_id: string };

/** The application's commands: those for everywhere, and those of single guilds. */
export class CommandRegistry {
  readonly #applicationId: string;
  readonly #nextId: NextSnowflake;
  readonly #scopes = new Map<string | null, readonly RegisteredCommand[]>();

  constructor(applicationId: string, nextId: NextSnowflake) {
    this.#applicationId = applicationId;
    this.#nextId = nextId;
  }

  /** @param guildId null for the commands that are the same everywhere */
  list(guildId: string | null): readonly RegisteredCommand[] {
    return this.#scopes.get(guildId) ?? [];
  }

  find(id: string, guildId: string | null): RegisteredCommand {
    const found = this.list(guildId).find((command) => command.id === id);
    if (found === undefined) throw REFUSALS.unknownCommand();
    return found;
  }

  /** What a person in this guild finds under a name; a guild's own command hides the global one. */
  named(name: string, type: ApplicationCommandType, guildId: string | null): RegisteredCommand | undefined {
    const scopes = guildId === null ? [null] : [guildId, null];
    return scopes.flatMap((scope) => this.list(scope)).find((command) => command.type === type && command.name === name);
  }

  replaceAll(body: unknown, guildId: string | null): readonly RegisteredCommand[] {
    const given = parseBody(commandList, body);
    const before = new Map(this.list(guildId).map((command) => [commandKey(command), command.id]));
    const commands = given.map((command) => this.#register(command, guildId, before.get(commandKey(command))));
    this.#scopes.set(guildId, commands);
    return commands;
  }

  add(body: unknown, guildId: string | null): RegisteredCommand {
    const given = parseBody(commandBody, body);
    const before = this.list(guildId).find((command) => commandKey(command) === commandKey(given));
    const command = this.#register(given, guildId, before?.id);
    this.#scopes.set(guildId, [...this.list(guildId).filter((one) => one !== before), command]);
    return command;
  }

  change(id: string, body: unknown, guildId: string | null): RegisteredCommand {
    const before = this.find(id, guildId);
    const given = parseBody(commandBody, { ...before, ...(typeof body === 'object' ? body : {}) });
    const command = this.#register(given, guildId, id);
    this.#scopes.set(
      guildId,
      this.list(guildId).map((one) => (one.id === id ? command : one)),
    );
    return command;
  }

  remove(id: string, guildId: string | null): void {
    this.find(id, guildId);
    this.#scopes.set(
      guildId,
      this.list(guildId).filter((command) => command.id !== id),
    );
  }

  #register(given: CommandBody, guildId: string | null, id: string = this.#nextId()): RegisteredCommand {
    const defaults = { default_member_permissions: null, nsfw: false, dm_permission: true, contexts: null, integration_types: [0] };
    const place = { id, application_id: this.#applicationId, version: this.#nextId(), ...(guildId === null ? {} : { guild_id: guildId }) };
    return { ...defaults, ...(given.type === ApplicationCommandType.ChatInput ? {} : { description: '' }), ...given, ...place };
  }
}

export function optionsOf(command: RegisteredCommand): readonly CommandOption[] {
  return command.options ?? [];
}

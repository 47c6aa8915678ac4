import { ApplicationCommandType, ButtonStyle, ComponentType, InteractionContextType, InteractionType } from 'discord-api-types/v10';
import type { CommandRegistry, RegisteredCommand } from './command-registry.ts';
import type { Gateway } from './gateway.ts';
import type { Outcome } from './interaction.ts';
import type { InteractionDesk, Opening } from './interaction-desk.ts';
import { interactionPayload } from './interaction-payload.ts';
import { controls, isLoading, type Message } from './message.ts';
import type { MessageDesk } from './message-desk.ts';
import type { MessageStore } from './message-store.ts';
import { type Field, fieldsOf, type Modal } from './modal-schema.ts';
import { channelPayload, memberPayload, type Payload, userPayload } from './payloads.ts';
import type { Signal } from './signal.ts';
import { optionsPayload, type Typed } from './typed-command.ts';
import { type Channel, guildIdOf, type Person, type World } from './world.ts';

const PATIENCE_MS = 10_000;

export type PeopleParts = {
  readonly world: World;
  readonly store: MessageStore;
  readonly messages: MessageDesk;
  readonly interactions: InteractionDesk;
  readonly commands: CommandRegistry;
  readonly gateway: Gateway;
  readonly signal: Signal;
};

export type SendMessage = {
  readonly author: Person;
  readonly content: string;
  /** The general channel, where not given. */
  readonly channel?: Channel;
  readonly replyTo?: Message;
  /** Whether a reply notifies the author of what it replies to; so it does where not given. */
  readonly pingReply?: boolean;
  /** More than 1: the event comes again. */
  readonly eventCopies?: number;
};

/** A bot's message, and how long after the person's it came. */
type Answer = { readonly message: Message; readonly afterMs: number };

/** A message that somebody wrote, and ways to see what the bot makes of it. */
export type SentMessage = {
  readonly message: Message;
  /** The bot's messages that follow in the channel: replies to this one, or to none. */
  readonly answers: (count: number, withinMs?: number) => Promise<readonly Answer[]>;
  readonly answer: (withinMs?: number) => Promise<Answer>;
  /** Fails where the bot says anything in the channel within this time. */
  readonly silence: (forMs?: number) => Promise<void>;
};

type Place = {
  readonly user: Person;
  /** The general channel, where not given; `world.dm(user)` is the direct messages. */
  readonly channel?: Channel;
  readonly locale?: string;
  readonly eventCopies?: number;
  /** How long to wait for an answer after a response that only promises one. */
  readonly patienceMs?: number;
};
export type RunCommand = Place &
  Typed & { readonly name: string /** Even where Discord would not show it to this person there. */; readonly evenIfHidden?: boolean };
export type Autocomplete = RunCommand & { readonly focused: string };
export type ContextMenu = Place & { readonly name: string } & ({ readonly message: Message } | { readonly target: Person });
export type PressButton = Place & { readonly message: Message; readonly customId: string };
export type Select = PressButton & { readonly values: readonly string[] };
/** By field: a text, or what is chosen in a menu; without, what was there when it opened. @see Outcome.modal and Outcome.interactionId */
export type SubmitModal = Place & { readonly shownBy: Outcome; readonly fields: Readonly<Record<string, string | readonly string[]>> };

/** Does what people do in Discord, and waits for what they get to see of it. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  sendMessage({ author, content, channel = this.#parts.world.general, replyTo, pingReply = true, eventCopies = 1 }: SendMessage): SentMessage {
    const { messages, signal } = this.#parts;
    const sentAt = performance.now();
    const arrived = new Map<string, number>();
    const message = messages.fromPerson({ author, channel, content, replyTo: replyTo ?? null, pingReply, copies: eventCopies });
    const collect = () => {
      const found = this.#botMessagesAfter(message).filter((one) => !isLoading(one));
      return found.map((one) => ({ message: one, afterMs: noteTime(arrived, one.id) - sentAt }));
    };
    const answers = (count: number, withinMs = PATIENCE_MS) =>
      signal.until(`${count} answers to ${JSON.stringify(content)}`, () => (collect().length >= count ? collect() : undefined), withinMs);
    const answer = async (withinMs?: number) => firstOf(await answers(1, withinMs));
    const silence = (forMs?: number) => this.silence(channel, forMs, message.id);
    void signal.find(() => (collect().length > 0 ? true : undefined), PATIENCE_MS);
    return { message, answers, answer, silence };
  }

  /** A slash command of the bot's, which must be registered and be offered to this person there. */
  command(typed: RunCommand): Promise<Outcome> {
    return this.#run(typed, InteractionType.ApplicationCommand);
  }

  /** What Discord asks while somebody types. */
  autocomplete(typed: Autocomplete): Promise<Outcome> {
    return this.#run(typed, InteractionType.ApplicationCommandAutocomplete);
  }

  /** A command from the menu of a message or of a person. */
  contextMenu(chosen: ContextMenu): Promise<Outcome> {
    const { user, name, channel = this.#parts.world.general } = chosen;
    const type = 'message' in chosen ? ApplicationCommandType.Message : ApplicationCommandType.User;
    const command = this.#offered(name, type, user, channel, false);
    const target = 'message' in chosen ? this.#messageTarget(chosen.message) : this.#personTarget(chosen.target);
    const data = { id: command.id, name, type, ...guildOf(command), ...target };
    return this.#act({ type: InteractionType.ApplicationCommand, user, channel, commandName: name }, { data }, chosen);
  }

  pressButton({ customId, message, ...place }: PressButton): Promise<Outcome> {
    this.#visibleControl(message, customId, ComponentType.Button, place.user);
    const data = { custom_id: customId, component_type: ComponentType.Button };
    return this.#useControl(message, data, place);
  }

  /** Chooses from a menu of texts. */
  select({ customId, message, values, ...place }: Select): Promise<Outcome> {
    const { options = [] } = this.#visibleControl(message, customId, ComponentType.StringSelect, place.user);
    const unknown = values.find((value) => !options.some((option) => option.value === value));
    if (unknown !== undefined) throw new Error(`The menu ${customId} has no option ${unknown}`);
    return this.#useControl(message, { custom_id: customId, component_type: ComponentType.StringSelect, values }, place);
  }

  submitModal({ shownBy, fields, ...place }: SubmitModal): Promise<Outcome> {
    const { modal, interactionId } = shownBy;
    if (modal === null) throw new Error('That interaction showed no modal');
    const origin = this.#parts.interactions.find(interactionId);
    const source = origin?.sourceId ? this.#parts.store.find(origin.sourceId) : undefined;
    const channel = place.channel ?? origin?.channel ?? this.#parts.world.general;
    const data = { custom_id: modal.custom_id, components: submitted(modal, fields), resolved: this.#resolved(modal, fields) };
    const opening = { type: InteractionType.ModalSubmit, user: place.user, channel, sourceId: source?.id ?? null };
    const message = source === undefined ? {} : { message: this.#parts.messages.fullPayload(source) };
    return this.#act(opening, { data, ...message }, place);
  }

  /** The bot's messages in a channel, ephemeral ones included, once there are as many; what it still thinks about does not count. */
  waitForMessages(channel: Channel, count: number, withinMs = PATIENCE_MS): Promise<readonly Message[]> {
    const find = () => {
      const found = this.#botMessages(channel).filter((message) => !isLoading(message));
      return found.length >= count ? found : undefined;
    };
    return this.#parts.signal.until(`${count} messages of the bot`, find, withinMs);
  }

  /** Fails where the bot says anything in the channel within this time. @param since the message after which to look */
  async silence(channel: Channel, forMs = 300, since?: string): Promise<void> {
    const before = this.#botMessages(channel).length;
    const news = () =>
      since === undefined ? this.#botMessages(channel).slice(before) : this.#botMessages(channel).filter(({ id }) => BigInt(id) > BigInt(since));
    const said = await this.#parts.signal.find(() => news()[0], forMs);
    if (said !== undefined) throw new Error(`The bot was not silent: ${JSON.stringify(said.content)}`);
  }

  #run(typed: RunCommand, type: InteractionType): Promise<Outcome> {
    const { user, name, channel = this.#parts.world.general, evenIfHidden = false } = typed;
    const command = this.#offered(name, ApplicationCommandType.ChatInput, user, channel, evenIfHidden);
    const data = { id: command.id, name, type: ApplicationCommandType.ChatInput, ...guildOf(command), options: optionsPayload(command, typed) };
    return this.#act({ type, user, channel, commandName: name }, { data }, typed);
  }

  #offered(name: string, type: ApplicationCommandType, user: Person, channel: Channel, evenIfHidden: boolean): RegisteredCommand {
    const command = this.#parts.commands.named(name, type, guildIdOf(channel));
    if (command === undefined) throw new Error(`No command ${name} is registered there`);
    const hidden = whyHidden(command, user, channel);
    if (hidden !== null && !evenIfHidden) throw new Error(`Discord does not offer ${name}: ${hidden}`);
    return command;
  }

  #messageTarget(message: Message): Payload {
    return { target_id: message.id, resolved: { messages: { [message.id]: this.#parts.messages.fullPayload(message) } } };
  }

  /** The channels that were chosen. */
  #resolved(modal: Modal, fields: SubmitModal['fields']): Payload {
    const { world } = this.#parts;
    const chosen = fieldsOf(modal).flatMap((field) => (field.type === ComponentType.ChannelSelect ? valuesOf(field, fields) : []));
    const channels = chosen.flatMap((id) => world.channels.get(id) ?? []).map((channel) => channelPayload(channel, world));
    return { channels: Object.fromEntries(channels.map((channel) => [channel['id'], channel])) };
  }

  #personTarget(person: Person): Payload {
    const resolved = {
      users: { [person.id]: userPayload(person) },
      members: { [person.id]: { ...memberPayload(person), permissions: String(person.permissions) } },
    };
    return { target_id: person.id, resolved };
  }

  #visibleControl({ id, viewer }: Message, customId: string, type: ComponentType, user: Person) {
    const now = this.#parts.store.find(id);
    if (now === undefined || ![null, user.id].includes(viewer)) throw new Error(`${user.name} does not see that message`);
    const control = controls(now).find((one) => one.custom_id === customId && one.type === type);
    if (control === undefined) throw new Error(`The message has no control ${customId}`);
    if (control.disabled || control.style === ButtonStyle.Link) throw new Error(`The control ${customId} is disabled`);
    return control;
  }

  #useControl(shown: Message, data: Payload, place: Place): Promise<Outcome> {
    const { store, world, messages } = this.#parts;
    const message = store.find(shown.id) ?? shown;
    const channel = place.channel ?? world.channels.get(message.channelId) ?? world.general;
    const opening = { type: InteractionType.MessageComponent, user: place.user, channel, sourceId: message.id };
    return this.#act(opening, { data, message: messages.fullPayload(message) }, place);
  }

  async #act(opening: Opening, data: Payload, { locale = 'en-US', eventCopies = 1, patienceMs = PATIENCE_MS }: Place): Promise<Outcome> {
    const { interactions, gateway, world, signal } = this.#parts;
    const interaction = interactions.open(opening);
    const payload = interactionPayload(interaction, data, locale, world);
    gateway.dispatch('INTERACTION_CREATE', () => payload, { guildId: guildIdOf(opening.channel), copies: eventCopies });
    await signal.find(() => (interaction.acknowledgedAt === null ? undefined : true), interactions.deadlineMs + 1);
    await signal.find(() => (interactions.isSettled(interaction) ? true : undefined), interaction.acknowledgedAt === null ? 0 : patienceMs);
    return interactions.outcome(interaction);
  }

  #botMessages(channel: Channel): readonly Message[] {
    const { store, world } = this.#parts;
    return store.all().filter(({ channelId, author, deletedAt }) => channelId === channel.id && author.id === world.bot.id && deletedAt === null);
  }

  #botMessagesAfter({ id, channelId }: Message): readonly Message[] {
    const { store, world } = this.#parts;
    return store
      .in(channelId)
      .filter((one) => one.author.id === world.bot.id && BigInt(one.id) > BigInt(id) && [null, id].includes(one.replyTo) && one.interaction === null);
  }
}

function firstOf([first]: readonly Answer[]): Answer {
  if (first === undefined) throw new Error('No answer');
  return first;
}

function noteTime(times: Map<string, number>, id: string): number {
  const time = times.get(id) ?? performance.now();
  times.set(id, time);
  return time;
}

function guildOf({ guild_id }: RegisteredCommand): Payload {
  return guild_id === undefined ? {} : { guild_id };
}

function whyHidden({ contexts, dm_permission, default_member_permissions: needed }: RegisteredCommand, user: Person, channel: Channel): string | null {
  const context = channel.kind === 'dm' ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (contexts && !contexts.includes(context)) return 'not in this context';
  if (channel.kind === 'dm') return contexts || dm_permission !== false ? null : 'not in direct messages';
  const bits = BigInt(needed ?? 0);
  return (user.permissions & bits) === bits ? null : `${user.name} has no permission`;
}

function submitted(modal: Modal, fields: SubmitModal['fields']): readonly Payload[] {
  const ids = fieldsOf(modal).map(({ custom_id }) => custom_id);
  const unknown = Object.keys(fields).find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`The modal has no field ${unknown}`);
  return modal.components.map((one, place) => {
    const input = one.type === ComponentType.Label ? one.component : one.components[0];
    const given = submittedField(input, fields, 2 * place + 2);
    const shared = { type: one.type, id: 2 * place + 1 };
    return one.type === ComponentType.Label ? { ...shared, component: given } : { ...shared, components: [given] };
  });
}

function submittedField(field: Field, fields: SubmitModal['fields'], id: number): Payload {
  const { type, custom_id, required = true } = field;
  const values = valuesOf(field, fields);
  if (values.length === 0 && required) throw new Error(`The modal needs the field ${custom_id}`);
  if (field.type === ComponentType.TextInput) return { type, id, custom_id, value: values[0] ?? '' };
  if (values.length > (field.max_values ?? 1)) throw new Error(`The menu ${custom_id} does not take as many`);
  return { type, id, custom_id, values };
}

/** What was given, or what is there without; nothing for an empty text. */
function valuesOf(field: Field, fields: SubmitModal['fields']): readonly string[] {
  const given = fields[field.custom_id] ?? initial(field);
  const values = [given].flat().filter((value) => value !== '');
  if (field.type !== ComponentType.StringSelect) return values;
  const unknown = values.find((value) => !field.options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The menu ${field.custom_id} has no option ${unknown}`);
  return values;
}

function initial(field: Field): string | readonly string[] {
  if (field.type === ComponentType.TextInput) return field.value ?? '';
  if (field.type === ComponentType.ChannelSelect) return (field.default_values ?? []).map(({ id }) => id);
  return field.options.filter((option) => option.default).map(({ value }) => value);
}

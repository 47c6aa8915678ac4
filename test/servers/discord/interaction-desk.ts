import { randomUUID } from 'node:crypto';
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue, REFUSALS } from './api-refusal.ts';
import type { Interaction, Outcome } from './interaction.ts';
import { isLoading, type Message, type SentFile } from './message.ts';
import type { Circumstances, MessageDesk } from './message-desk.ts';
import { hasFlag } from './message-schema.ts';
import type { MessageStore } from './message-store.ts';
import { modalBody } from './modal-schema.ts';
import { parseBody } from './parse-body.ts';
import type { Payload } from './payloads.ts';
import type { Signal } from './signal.ts';
import type { NextSnowflake } from './snowflake.ts';
import type { Channel, Person } from './world.ts';

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage, Modal } = InteractionResponseType;
const { ApplicationCommandAutocompleteResult } = InteractionResponseType;

const RESPONSES: Readonly<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [ChannelMessageWithSource, DeferredChannelMessageWithSource, Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [ApplicationCommandAutocompleteResult],
  [InteractionType.MessageComponent]: [ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage, Modal],
  [InteractionType.ModalSubmit]: [ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage],
};

const RESPONSE_NAMES: ReadonlyMap<InteractionResponseType, NonNullable<Outcome['response']>> = new Map([
  [ChannelMessageWithSource, 'message'],
  [DeferredChannelMessageWithSource, 'deferred message'],
  [UpdateMessage, 'update'],
  [DeferredMessageUpdate, 'deferred update'],
  [ApplicationCommandAutocompleteResult, 'choices'],
  [Modal, 'modal'],
]);

const callbackBody = z.looseObject({ type: z.enum(InteractionResponseType), data: z.looseObject({ flags: z.int().nullish() }).nullish() });
const choice = z.looseObject({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) });
const choicesBody = z.looseObject({ choices: z.array(choice).max(25) });

export type InteractionDeskParts = {
  readonly messages: MessageDesk;
  readonly store: MessageStore;
  readonly signal: Signal;
  readonly nextId: NextSnowflake;
  readonly applicationId: string;
  readonly deadlineMs: number;
  readonly tokenLifetimeMs: number;
};

export type Opening = {
  readonly type: InteractionType;
  readonly user: Person;
  readonly channel: Channel;
  readonly commandName?: string;
  readonly sourceId?: string | null;
};

type Response = { readonly body: unknown; readonly files: readonly SentFile[] };

/** Takes the bot's responses to interactions: the first one in time and once, the others while the token lives. */
export class InteractionDesk {
  readonly #parts: InteractionDeskParts;
  readonly #interactions = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();

  constructor(parts: InteractionDeskParts) {
    this.#parts = parts;
  }

  get deadlineMs(): number {
    return this.#parts.deadlineMs;
  }

  open({ type, user, channel, commandName, sourceId = null }: Opening): Interaction {
    const id = this.#parts.nextId();
    const progress = { acknowledgedAt: null, responseType: null, answeredAt: null, originalId: null, followUpIds: [], choices: null, modal: null };
    const token = `interaction-${randomUUID()}`;
    const opened: Interaction = { id, token, type, user, channel, sourceId, commandName: commandName ?? null, openedAt: performance.now(), ...progress };
    this.#interactions.set(id, opened);
    this.#byToken.set(token, opened);
    return opened;
  }

  /** Its state; undefined where there is no such interaction. */
  find(id: string): Interaction | undefined {
    return this.#interactions.get(id);
  }

  /** Whether nothing more is to be waited for, as far as the kind of response tells. */
  isSettled(interaction: Interaction): boolean {
    if (interaction.acknowledgedAt === null) return this.#isTooLate(interaction);
    return interaction.answeredAt !== null;
  }

  outcome({ id, openedAt, acknowledgedAt, answeredAt, responseType, originalId, followUpIds, choices, modal }: Interaction): Outcome {
    const find = (messageId: string) => this.#parts.store.find(messageId);
    return {
      interactionId: id,
      response: responseType === null ? null : (RESPONSE_NAMES.get(responseType) ?? null),
      acknowledgedAfterMs: acknowledgedAt === null ? null : acknowledgedAt - openedAt,
      answeredAfterMs: answeredAt === null ? null : answeredAt - openedAt,
      message: originalId === null ? null : (find(originalId) ?? null),
      followUps: followUpIds.flatMap((messageId) => find(messageId) ?? []),
      choices,
      modal,
    };
  }

  /** @returns what `with_response` asks for */
  acknowledge(id: string, token: string, { body, files }: Response): Payload {
    const interaction = this.#interactions.get(id);
    if (interaction?.token !== token) throw REFUSALS.unknownInteraction();
    if (interaction.acknowledgedAt !== null) throw REFUSALS.alreadyAcknowledged();
    if (this.#isTooLate(interaction)) throw REFUSALS.unknownInteraction();
    const { type, data } = parseBody(callbackBody, body);
    const sourceMissing = [DeferredMessageUpdate, UpdateMessage].includes(type) && interaction.sourceId === null;
    if (!RESPONSES[interaction.type].includes(type) || sourceMissing) {
      throw REFUSALS.invalidForm([issue(['type'], 'This response does not fit the interaction', 'INTERACTION_RESPONSE_TYPE_INVALID')]);
    }
    const message = this.#respond(interaction, type, { body: data, files }, hasFlag(data?.flags, MessageFlags.Ephemeral));
    const now = performance.now();
    interaction.acknowledgedAt = now;
    interaction.responseType = type;
    if (![DeferredChannelMessageWithSource, DeferredMessageUpdate].includes(type)) interaction.answeredAt = now;
    this.#parts.signal.notify();
    return this.#describe(interaction, type, message);
  }

  /** @param messageId an id, or `@original` */
  message(token: string, messageId: string): Message {
    const interaction = this.#withToken(token);
    const id = messageId === '@original' ? interaction.originalId : messageId;
    const own = id !== null && [interaction.originalId, ...interaction.followUpIds].includes(id) ? this.#parts.store.find(id) : undefined;
    if (own === undefined) throw REFUSALS.unknownMessage();
    return own;
  }

  edit(token: string, messageId: string, { body, files }: Response): Message {
    const { messages } = this.#parts;
    const before = this.message(token, messageId);
    const after = isLoading(before) ? messages.fill(before, body, files) : messages.edit(before, body, files);
    this.#noteAnswer(this.#withToken(token));
    return after;
  }

  /** The first follow-up after "thinking…" takes its place. */
  followUp(token: string, response: Response): Message {
    const interaction = this.#withToken(token);
    const { originalId } = interaction;
    const original = originalId === null ? undefined : this.#parts.store.find(originalId);
    if (original !== undefined && isLoading(original)) return this.edit(token, '@original', response);
    const { flags } = parseBody(z.looseObject({ flags: z.int().nullish() }), response.body ?? {});
    const circumstances = this.#circumstances(interaction, hasFlag(flags, MessageFlags.Ephemeral));
    const message = this.#parts.messages.fromBot(response.body, response.files, circumstances);
    interaction.followUpIds.push(message.id);
    this.#noteAnswer(interaction);
    return message;
  }

  remove(token: string, messageId: string): void {
    this.#parts.messages.remove(this.message(token, messageId));
    this.#noteAnswer(this.#withToken(token));
  }

  #respond(interaction: Interaction, type: InteractionResponseType, { body, files }: Response, ephemeral: boolean): Message | null {
    const { messages } = this.#parts;
    const circumstances = this.#circumstances(interaction, ephemeral);
    if (type === Modal) interaction.modal = parseBody(modalBody, body);
    else if (type === ApplicationCommandAutocompleteResult) interaction.choices = parseBody(choicesBody, body).choices;
    else if (type === ChannelMessageWithSource) return this.#remember(interaction, messages.fromBot(body, files, circumstances));
    else if (type === DeferredChannelMessageWithSource) return this.#remember(interaction, messages.thinking(circumstances));
    else if (type === UpdateMessage) return this.#remember(interaction, messages.edit(this.#source(interaction), body, files));
    else return this.#remember(interaction, this.#source(interaction));
    return null;
  }

  #remember(interaction: Interaction, message: Message): Message {
    interaction.originalId = message.id;
    return message;
  }

  #source({ sourceId }: Interaction): Message {
    const source = sourceId === null ? undefined : this.#parts.store.find(sourceId);
    if (source === undefined) throw REFUSALS.unknownMessage();
    return source;
  }

  #circumstances({ id, type, user, channel, commandName, sourceId }: Interaction, ephemeral: boolean): Circumstances {
    return { channelId: channel.id, viewer: ephemeral ? user.id : null, interaction: { id, type, user, name: commandName, sourceId } };
  }

  #withToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined) throw REFUSALS.unknownWebhook();
    if (performance.now() - interaction.openedAt > this.#parts.tokenLifetimeMs) throw REFUSALS.invalidWebhookToken();
    if (interaction.acknowledgedAt === null) throw REFUSALS.unknownWebhook();
    return interaction;
  }

  #isTooLate({ openedAt }: Interaction): boolean {
    return performance.now() - openedAt > this.#parts.deadlineMs;
  }

  #noteAnswer(interaction: Interaction): void {
    interaction.answeredAt ??= performance.now();
    this.#parts.signal.notify();
  }

  #describe({ id, type }: Interaction, responseType: InteractionResponseType, message: Message | null): Payload {
    if (message === null) return { interaction: { id, type }, resource: { type: responseType } };
    const held = { response_message_id: message.id, response_message_loading: isLoading(message), response_message_ephemeral: message.viewer !== null };
    return { interaction: { id, type, ...held }, resource: { type: responseType, message: this.#parts.messages.fullPayload(message) } };
  }
}

import type { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Message } from './message.ts';
import type { Modal } from './modal-schema.ts';
import type { Channel, Person } from './world.ts';

type Choice = { readonly name: string; readonly value: string | number };

/** Something a person did with the bot's commands or controls, and how far its response has come. Times are those of `performance.now()`. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly commandName: string | null;
  readonly user: Person;
  readonly channel: Channel;
  /** The message that the control stands on, or that led to the modal. */
  readonly sourceId: string | null;
  readonly openedAt: number;
  acknowledgedAt: number | null;
  responseType: InteractionResponseType | null;
  answeredAt: number | null;
  /** The message behind `@original`. */
  originalId: string | null;
  readonly followUpIds: string[];
  choices: readonly Choice[] | null;
  modal: Modal | null;
};

/** What became of an interaction so far. */
export type Outcome = {
  readonly interactionId: string;
  /** Null: nothing that Discord accepted; the person reads "The application did not respond". */
  readonly response: 'message' | 'deferred message' | 'update' | 'deferred update' | 'choices' | 'modal' | null;
  /** From the event to the first response, in ms. */
  readonly acknowledgedAfterMs: number | null;
  /** From the event to something to read. */
  readonly answeredAfterMs: number | null;
  /** The response, or the message that was updated. */
  readonly message: Message | null;
  readonly followUps: readonly Message[];
  readonly choices: readonly Choice[] | null;
  readonly modal: Modal | null;
};

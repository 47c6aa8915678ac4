import type { Book } from './book.ts';
import type { Ack, Delivery, Envelope } from './envelope.ts';
import type { Faults } from './faults.ts';
import type { Handles } from './handles.ts';
import type { Records } from './records.ts';
import type { Binary } from './start-binary.ts';
import type { Tokens } from './tokens.ts';
import type { Upload } from './upload.ts';
import type { Workspace } from './workspace.ts';

export type Settings = {
  readonly mode: 'socket' | 'http';
  /** What the app subscribed to; mind that without "message.channels" the bot hears mentions only. */
  readonly subscriptions: readonly ('app_mention' | 'message.im' | 'message.channels' | 'message.groups' | 'app_home_opened')[];
  /** Whether the bot has its token of the first workspace from the start. */
  readonly installed: boolean;
  readonly ackDeadlineMs: number;
  /** Whether an event that is not acknowledged by the deadline is sent once more, as Slack does. */
  readonly redeliver: boolean;
  /** How long the bot must have been quiet for an answer to count as whole. */
  readonly settleMs: number;
  /** How long to wait for an answer. */
  readonly giveUpMs: number;
};

/** Everything that the parts of the gate share. */
export type Gate = {
  readonly settings: Settings;
  readonly binary: Binary;
  readonly book: Book;
  readonly records: Records;
  readonly faults: Faults;
  readonly handles: Handles;
  readonly tokens: Tokens;
  /** What browsers bring back from Slack, each for one workspace. */
  readonly codes: Map<string, Workspace>;
  /** Files on their way, by id. */
  readonly uploads: Map<string, Upload>;
  /** "http://127.0.0.1:port" */
  readonly baseUrl: string;
  readonly openTicket: () => string;
  readonly deliver: (envelope: Envelope, delivery?: Delivery) => Promise<Ack>;
  /** Channel id of a person's conversation with the bot. */
  readonly directChannel: (user: string) => Promise<string>;
  /** Says of a message that is about to be put on the page that it came from here, not from the page. */
  readonly fromHere: <Result>(user: string, text: string, put: () => Promise<Result>) => Promise<Result>;
  /** A trigger_id that local-slack knows. */
  readonly borrowTrigger: (user: string) => Promise<string>;
};

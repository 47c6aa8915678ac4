import type { Reply } from '../reply/reply.ts';
import type { Place } from './place.ts';

/** What the bot has posted on its own initiative; ids are the platform's own. */
export type Posted = { readonly workspace: string | null; readonly channel: string; readonly message: string };

/** Where to post; `mention` names a person who is to hear of it. Without a channel it goes to that person alone. */
export type Destination = {
  readonly workspace: string | null;
  readonly channel: string | null;
  readonly thread: string | null;
  readonly mention: string | null;
};

/** Says something on a platform without having been asked just now. Each rejects where the platform does not take it. */
export type Messenger = {
  readonly post: (destination: Destination, reply: Reply) => Promise<Posted>;
  /** Puts another reply in place of what was posted. */
  readonly edit: (posted: Posted, reply: Reply) => Promise<void>;
  /** An address that people of the workspace or server can open; null where there is none, as for what only one person sees. */
  readonly linkTo: (place: Place) => Promise<string | null>;
};

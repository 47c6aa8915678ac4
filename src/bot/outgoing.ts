import type { Form } from '../reply/form.ts';
import type { Reply } from '../reply/reply.ts';
import type { Audience } from './incoming.ts';

/** What the platform is to show. */
export type Outgoing =
  | { readonly kind: 'say'; readonly reply: Reply; readonly audience: Audience }
  /** Instead of the message whose button was pressed. */
  | { readonly kind: 'replace'; readonly reply: Reply }
  /** The message whose button was pressed goes. */
  | { readonly kind: 'remove' }
  /** Only as the answer to a press, and at once: platforms wait three seconds. */
  | { readonly kind: 'form'; readonly form: Form };

import type { Audience } from '../../bot/incoming.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import { AppError } from '../../errors.ts';
import type { Reply } from '../../reply/reply.ts';

/**
 * What there is to say where no button was pressed: nothing can be replaced there, and nothing removed.
 * @throws AppError `SLACK_FORM` for a form, which Slack opens for a press only
 */
export function readSay(outgoing: Outgoing): { readonly reply: Reply; readonly audience: Audience } | null {
  switch (outgoing.kind) {
    case 'say':
      return outgoing;
    case 'replace':
      return { reply: outgoing.reply, audience: 'private' };
    case 'remove':
      return null;
    case 'form':
      throw new AppError('SLACK_FORM', `The form "${outgoing.form.title}" answers no press of a button, so Slack cannot open it: offer a button that does`);
  }
}

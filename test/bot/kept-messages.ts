import type { Destination, Messenger, Posted } from '../../src/bot/messenger.ts';
import type { Button, Reply } from '../../src/reply/reply.ts';
import { allText } from '../fixtures/start-bot.ts';

export type Kept = { readonly to: Destination; readonly message: string; readonly text: string; readonly buttons: readonly Button[]; readonly reply: Reply };

/** A platform that keeps what is posted, edits what is there, and refuses where a test wants it to. */
export function keepMessages() {
  const kept: Kept[] = [];
  let refuses: (to: Destination | Posted) => boolean = () => false;
  const keep = (to: Destination, message: string, reply: Reply): Kept => {
    const buttons = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    return { to, message, text: allText(reply), buttons, reply };
  };
  const messenger: Messenger = {
    post: async (to, reply) => {
      if (refuses(to)) throw new Error('refused');
      const message = `message ${kept.length + 1}`;
      kept.push(keep(to, message, reply));
      return { workspace: to.workspace, channel: to.channel ?? `direct ${to.mention}`, message };
    },
    edit: async (posted, reply) => {
      const at = kept.findIndex(({ message }) => message === posted.message);
      const before = kept[at];
      if (before === undefined || refuses(posted)) throw new Error('refused');
      kept[at] = keep(before.to, before.message, reply);
    },
    linkTo: async ({ channel, thread, direct }) => (direct || thread === null ? null : `https://chat.example/${channel}/${encodeURIComponent(thread)}`),
  };
  return {
    messenger,
    kept,
    /** What was posted into a channel, or to a person alone. */
    to: (channelOrPerson: string) => kept.filter(({ to }) => (to.channel ?? to.mention) === channelOrPerson),
    refuse: (which: typeof refuses) => {
      refuses = which;
    },
  };
}

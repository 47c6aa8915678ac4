import { randomBytes } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
import { describeError, type Log } from '../../log.ts';
import { onAction } from './on-action.ts';
import { onCommand } from './on-command.ts';
import { onHome } from './on-home.ts';
import { onMention } from './on-mention.ts';
import { onMessage } from './on-message.ts';
import { ASK_ABOUT_THIS, onShortcut } from './on-shortcut.ts';
import { onSubmit } from './on-submit.ts';
import { FORM } from './render-form.ts';
import { PREFIX, type SlackParts } from './slack-parts.ts';
import type { Workspaces } from './workspaces.ts';

/** Each way to reach the bot has its listener; what the manifest registers and this list go together. */
export function addListeners(app: App, { serving }: Workspaces, log: Log): void {
  app.command(PREFIX.trim(), served(onCommand));
  app.event('app_mention', served(onMention));
  app.event('message', served(onMessage));
  app.event('app_home_opened', served(onHome));
  app.shortcut({ callback_id: ASK_ABOUT_THIS, type: 'message_action' }, served(onShortcut));
  app.action({ type: 'block_actions' }, served(onAction));
  app.view(FORM, served(onSubmit));
  app.error(async (error) => {
    log.error({ platform: 'slack', id: randomBytes(4).toString('hex'), error: describeError(error) }, 'a listener failed');
  });

  /** With what belongs to the workspace that the event is from. */
  function served<Args extends { readonly context: Context }>(listener: (parts: SlackParts) => (args: Args) => Promise<void>): (args: Args) => Promise<void> {
    return async (args) => listener(await serving(args.context))(args);
  }
}

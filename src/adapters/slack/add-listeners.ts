import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import { describeError } from '../../log.ts';
import { onAction } from './on-action.ts';
import { onCommand } from './on-command.ts';
import { onHome } from './on-home.ts';
import { onMention } from './on-mention.ts';
import { onMessage } from './on-message.ts';
import { ASK_ABOUT_THIS, onShortcut } from './on-shortcut.ts';
import { PREFIX, type SlackParts } from './slack-parts.ts';

/** Each way to reach the bot has its listener; what the manifest registers and this list go together. */
export function addListeners(app: App, parts: SlackParts): void {
  app.command(PREFIX.trim(), onCommand(parts));
  app.event('app_mention', onMention(parts));
  app.event('message', onMessage(parts));
  app.event('app_home_opened', onHome(parts));
  app.shortcut({ callback_id: ASK_ABOUT_THIS, type: 'message_action' }, onShortcut(parts));
  app.action({ type: 'block_actions' }, onAction(parts));
  app.error(async (error) => {
    parts.log.error({ platform: 'slack', id: randomBytes(4).toString('hex'), error: describeError(error) }, 'a listener failed');
  });
}

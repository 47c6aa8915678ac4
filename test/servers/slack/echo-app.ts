import { setTimeout as delay } from 'node:timers/promises';
import { type App, type Logger, LogLevel } from '@slack/bolt';
import { channels } from './workspace.ts';

const quiet = { unfurl_links: false, unfurl_media: false };

/** Bolt without a word on the console. */
export const quietLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => LogLevel.ERROR,
};

/** Teaches an unmodified Bolt app what the tests of the gate ask for. */
export function teachEcho(app: App): App {
  app.event('app_mention', async ({ event, say }) => {
    await say({ ...quiet, text: `heard: ${event.text.replace(/<@\w+>\s*/, '')}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say({ ...quiet, text: 'hello', blocks: helloBlocks });
  });
  app.command('/ask', async ({ ack, respond, command }) => {
    if (command.text === 'slow') await delay(600);
    await ack();
    await respond({ text: `asked: ${command.text}`, ...(command.text === 'public' ? { response_type: 'in_channel' as const } : {}) });
  });
  app.command('/inline', async ({ ack }) => ack({ response_type: 'ephemeral', text: 'in the ack' }));
  app.command('/modal', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: modal });
  });
  app.command('/flood', async ({ ack, respond }) => {
    await ack();
    for (let count = 1; count <= 6; count += 1) await respond(`answer ${count}`);
  });
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'more', replace_original: true });
  });
  app.action('rate', async ({ ack, body, client }) => {
    await ack();
    await client.chat.postEphemeral({ channel: body.channel?.id ?? '', user: body.user.id, text: 'thanks' });
  });
  app.view('settings', async ({ ack, view }) => {
    const word = view.state.values['word']?.['word']?.value;
    await (word === 'good' ? ack() : ack({ response_action: 'errors', errors: { word: 'not good' } }));
  });
  app.shortcut('ask_about', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    await client.chat.postEphemeral({ channel: shortcut.channel.id, user: shortcut.user.id, text: `about: ${shortcut.message['text']}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section('welcome')] } });
    else await client.chat.postMessage({ ...quiet, channel: event.channel, text: 'ask me' });
  });
  return app;
}

/** An invalid message of every kind goes to general. */
export function postToGeneral(app: App, message: { readonly text: string; readonly blocks?: unknown }): Promise<unknown> {
  return app.client.apiCall('chat.postMessage', { ...quiet, channel: channels.general.id, ...message });
}

function section(text: string) {
  return { type: 'section' as const, text: { type: 'mrkdwn' as const, text } };
}

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

const helloBlocks = [
  section('*hello*'),
  { type: 'table' as const, rows: [[{ type: 'raw_text' as const, text: 'a' }], [{ type: 'raw_text' as const, text: 'b' }]] },
  { type: 'actions' as const, elements: [{ type: 'button' as const, action_id: 'more', text: plain('More'), value: '1' }] },
  {
    type: 'context_actions' as const,
    elements: [
      {
        type: 'feedback_buttons' as const,
        action_id: 'rate',
        positive_button: { text: plain('Good'), value: 'good' },
        negative_button: { text: plain('Bad'), value: 'bad' },
      },
    ],
  },
];

const modal = {
  type: 'modal' as const,
  callback_id: 'settings',
  title: plain('Settings'),
  submit: plain('Save'),
  blocks: [{ type: 'input' as const, block_id: 'word', label: plain('Word'), element: { type: 'plain_text_input' as const, action_id: 'word' } }],
};

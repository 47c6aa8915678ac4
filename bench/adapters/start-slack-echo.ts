import { App, LogLevel } from '@slack/bolt';
import { app as identity } from '../../test/servers/slack/workspace.ts';
import type { BotJob } from './bot-job.ts';

/** The least that a Bolt app can be that answers a slash command: what Bolt itself costs. */
export async function startSlackEcho({ road, apiUrl, port }: BotJob): Promise<void> {
  const { botToken: token, appToken, signingSecret } = identity;
  const common = { token, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: apiUrl } };
  const app = new App(road === 'slack' ? { ...common, appToken, socketMode: true } : { ...common, signingSecret });
  app.command('/layoffs', ({ ack, command }) => ack({ response_type: 'ephemeral', text: command.text }));
  await (road === 'slack' ? app.start() : app.start({ port: port ?? 0, host: '127.0.0.1' }));
}

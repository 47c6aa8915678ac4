import type { Envelope } from '../../test/servers/slack/envelope.ts';
import type { Gate } from '../../test/servers/slack/gate.ts';
import { giveHandles } from '../../test/servers/slack/interaction.ts';
import { app, channels } from '../../test/servers/slack/workspace.ts';

/** `/layoffs <question>` by somebody in a channel, as the gate's people send it. @returns with it, the id of its response_url */
export function slashEnvelope(gate: Gate, user: string, question: string): { readonly envelope: Envelope; readonly response: string } {
  const { id: channel_id, name: channel_name } = channels.general;
  const { response, fields } = giveHandles(gate, user, channel_id, undefined);
  const payload = {
    token: 'verification-token',
    team_id: app.teamId,
    team_domain: app.teamDomain,
    channel_id,
    channel_name,
    user_id: user,
    user_name: user,
    command: '/layoffs',
    text: question,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    ...fields,
  };
  return { envelope: { type: 'slash_commands', payload }, response: response.id };
}

import { respond } from './answer-response-url.ts';
import type { Gate } from './gate.ts';
import { answersTo, channelField, giveHandles } from './interaction.ts';
import { isFields } from './json.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { app, findPerson, workspaceOf } from './workspace.ts';

export type Slash = Act & {
  readonly user: string;
  /** "/ask how many?" */
  readonly text: string;
  readonly channel?: string;
};

/** Somebody uses a slash command, which never happens in a thread. */
export async function slash(gate: Gate, { user, text, ...rest }: Slash): Promise<Outcome> {
  const channel = rest.channel ?? (await gate.directChannel(user));
  const [, command = '', words = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
  const { response, trigger, fields } = giveHandles(gate, user, channel, undefined);
  const { teamId, teamDomain } = workspaceOf(user);
  const payload = {
    token: 'verification-token',
    team_id: teamId,
    team_domain: teamDomain,
    channel_id: channel,
    channel_name: channelField(channel)['name'],
    user_id: user,
    user_name: findPerson(user)?.name ?? user,
    command,
    text: words,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    ...fields,
  };
  return perform(
    gate,
    {
      envelopes: [{ type: 'slash_commands', payload }],
      isAbout: answersTo(user, channel, [response.id, trigger.id]),
      onAck: async ({ payload: body, status }) => {
        if ((status ?? 200) !== 200) return;
        if (typeof body === 'string') await respond(gate, response, { text: body }, 'ack');
        if (isFields(body) && Object.keys(body).length > 0) await respond(gate, response, body, 'ack');
      },
    },
    rest,
  );
}

import type { BotAct } from './bot-act.ts';
import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';
import type { Message } from './message.ts';
import { app, findChannel, findPerson, workspaceOf } from './workspace.ts';

/** The part that all interactive payloads share. */
export function interaction(type: string, user: string): Fields {
  const name = findPerson(user)?.name ?? user;
  const { teamId, teamDomain } = workspaceOf(user);
  return {
    type,
    token: 'verification-token',
    api_app_id: app.appId,
    team: { id: teamId, domain: teamDomain },
    user: { id: user, username: name, name, team_id: teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function channelField(id: string): Fields {
  return { id, name: id.startsWith('D') ? 'directmessage' : (findChannel(id)?.name ?? 'privategroup') };
}

/** A response_url and a trigger_id for somebody's act, each by its id and as the payload has it. */
export function giveHandles(gate: Gate, user: string, channel: string, message: Message | undefined) {
  const response = gate.handles.giveResponse({ user, channel, message });
  const trigger = gate.handles.giveTrigger(user);
  return { response, trigger, fields: { response_url: `${gate.baseUrl}/response/${response.id}`, trigger_id: trigger.id } };
}

/** Tells the bot's answers to one person's act from what it does meanwhile for others: by the handle it uses, else by whom it is for, else by the channel. */
export function answersTo(user: string, channel: string, handles: readonly string[]): (act: BotAct) => boolean {
  return (act) => {
    if (act.handle !== undefined) return handles.includes(act.handle);
    return act.user === undefined ? act.channel === channel : act.user === user;
  };
}

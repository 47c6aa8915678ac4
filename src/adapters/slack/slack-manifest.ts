import type { Command } from '../../bot/command.ts';
import { cutText } from './clean-text.ts';
import { ASK_ABOUT_THIS } from './on-shortcut.ts';
import { PREFIX } from './slack-parts.ts';

export type ManifestOptions = {
  /** Without one, events come over a socket. */
  readonly requestUrl: string | null;
  /** Answer in threads without being mentioned, for which the bot has to hear every message of its channels. */
  readonly threadFollowUps: boolean;
  /** People called editors answer in threads of a channel, without mentioning the bot. */
  readonly editorsChannel: boolean;
  /** People of many workspaces may install it. */
  readonly manyWorkspaces: boolean;
};

/** A permission, and what it is for. */
export type Scope = { readonly scope: string; readonly reason: string };

const SCOPES: readonly Scope[] = [
  { scope: 'app_mentions:read', reason: 'to hear the questions that mention the bot, and no other message of a channel' },
  { scope: 'assistant:write', reason: 'to suggest questions where a conversation with the bot opens (agent view)' },
  { scope: 'chat:write', reason: 'to answer, and to change or remove its own answers' },
  { scope: 'commands', reason: `for ${PREFIX.trim()} and the message shortcut "Ask about this"` },
  { scope: 'files:write', reason: 'to send the files that somebody asks for (lists as CSV) to that person' },
  { scope: 'im:history', reason: 'to hear what people write to the bot alone' },
  { scope: 'users:read', reason: 'to know who is an admin (reload, removing answers) and which language a person has set' },
];

/** To hear what is said in channels without a mention. */
const HEARING = [
  { scope: 'channels:history', kind: 'public' },
  { scope: 'groups:history', kind: 'private' },
] as const;

/** What Slack takes, in characters. */
const LONGEST = { usageHint: 1_000, commandDescription: 2_000, description: 140 } as const;

const DESCRIPTION = 'Answers questions on AI-driven layoffs from a few news documents, and quotes them.';

/** The bot's own name in a workspace. */
export const BOT_NAME = 'layoffs';

const INSTALL_ENDS_AT = '/slack/oauth_redirect';

type Hearing = Pick<ManifestOptions, 'threadFollowUps' | 'editorsChannel'>;

/** The permissions that the bot uses, and none besides. */
export function listScopes({ threadFollowUps, editorsChannel }: Hearing): readonly Scope[] {
  const reasons = [
    ...(threadFollowUps ? ['THREAD_FOLLOW_UPS: to hear follow-ups without a mention'] : []),
    ...(editorsChannel ? ['EDITORS_CHANNEL: to hear what editors answer in threads'] : []),
  ];
  if (reasons.length === 0) return SCOPES;
  return [...SCOPES, ...HEARING.map(({ scope, kind }) => ({ scope, reason: `${reasons.join('; ')}, in ${kind} channels that it is in` }))];
}

/** What "Create an app from a manifest" takes; https://docs.slack.dev/reference/app-manifest, as of 2026. */
export function slackManifest(commands: readonly Command[], options: ManifestOptions) {
  const url = options.requestUrl === null ? {} : { url: options.requestUrl };
  const request_url = options.requestUrl === null ? {} : { request_url: options.requestUrl };
  const heard = options.threadFollowUps || options.editorsChannel ? ['message.channels', 'message.groups'] : [];
  const removal = options.manyWorkspaces ? ['app_uninstalled', 'tokens_revoked'] : [];
  return {
    display_information: { name: 'AI layoffs', description: cutText(DESCRIPTION, LONGEST.description), background_color: '#1d3557' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: { agent_description: DESCRIPTION },
      bot_user: { display_name: BOT_NAME, always_online: true },
      shortcuts: [
        { name: 'Ask about this', type: 'message', callback_id: ASK_ABOUT_THIS, description: 'Takes the message for a question; only you see the answer' },
      ],
      slash_commands: [{ command: PREFIX.trim(), ...url, ...describeCommands(commands), should_escape: false }],
    },
    oauth_config: { ...redirects(options), scopes: { bot: listScopes(options).map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...request_url, bot_events: ['app_home_opened', 'app_mention', 'message.im', ...heard, ...removal] },
      interactivity: { is_enabled: true, ...request_url },
      org_deploy_enabled: false,
      socket_mode_enabled: options.requestUrl === null,
      token_rotation_enabled: false,
    },
  };
}

/** Where Slack sends people back to who have installed the bot. */
function redirects({ requestUrl, manyWorkspaces }: ManifestOptions) {
  return manyWorkspaces && requestUrl !== null ? { redirect_urls: [new URL(INSTALL_ENDS_AT, requestUrl).href] } : {};
}

/** The question first: it needs no command's name. */
function describeCommands(commands: readonly Command[]) {
  const [ask] = commands.filter(({ name }) => name === 'ask');
  const names = commands.map(({ name }) => name).filter((name) => name !== 'ask');
  return {
    description: cutText(ask?.description.en ?? DESCRIPTION, LONGEST.commandDescription),
    usage_hint: cutText(['your question', ...names].join(' | '), LONGEST.usageHint),
  };
}

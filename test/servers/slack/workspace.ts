/** Who is in the workspace that the tests play. Ids look like Slack's, since clients tell kinds apart by the first letter. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'admin' | 'member' | 'bot';
  /** As users.info gives it with include_locale. */
  readonly locale: string;
};

export type Channel = { readonly id: string; readonly name: string; readonly isPrivate: boolean; readonly members: readonly string[] };

/** A workspace, and the bot in it. */
export type Workspace = {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly botUserId: string;
  readonly botId: string;
};

export const app = {
  appId: 'A0LAYOFFS',
  botUserId: 'U0BOT',
  /** local-slack makes it of the user id. */
  botId: 'B0BOT',
  botName: 'layoffs',
  botToken: 'xoxb-local-bot-token',
  appToken: 'xapp-local-app-token',
  signingSecret: 'local-signing-secret',
  teamId: 'T0LOCAL',
  teamDomain: 'local',
} as const;

/** As which the app is installed in workspaces. */
export const oauth = { clientId: '1.2', clientSecret: 'local-client-secret' } as const;

/** Where the app may be installed besides; the page shows its people and channels among the others. */
export const other = { teamId: 'T0OTHER', teamDomain: 'other', botUserId: 'U1BOT', botId: 'B1BOT' } as const;

export const otherPeople = {
  member: { id: 'U1MEMBER', name: 'otto', role: 'member', locale: 'en-US' },
} as const satisfies Record<string, Person>;

export const people = {
  owner: { id: 'U0OWNER', name: 'olive', role: 'owner', locale: 'en-US' },
  admin: { id: 'U0ADMIN', name: 'adam', role: 'admin', locale: 'en-US' },
  member: { id: 'U0MEMBER', name: 'mia', role: 'member', locale: 'en-US' },
  second: { id: 'U0SECOND', name: 'sam', role: 'member', locale: 'fr-FR' },
  otherBot: { id: 'U0OTHERBOT', name: 'otherbot', role: 'bot', locale: 'en-US' },
} as const satisfies Record<string, Person>;

const everyone = [...Object.values(people).map(({ id }) => id), app.botUserId];

export const channels = {
  general: { id: 'C0GENERAL', name: 'general', isPrivate: false, members: everyone },
  random: { id: 'C0RANDOM', name: 'random', isPrivate: false, members: everyone },
  board: { id: 'C0BOARD', name: 'board', isPrivate: true, members: [people.owner.id, people.admin.id, app.botUserId] },
  /** The bot was never invited. */
  elsewhere: { id: 'C0ELSEWHERE', name: 'elsewhere', isPrivate: false, members: [people.owner.id, people.member.id] },
} as const satisfies Record<string, Channel>;

export const otherChannels = {
  hall: { id: 'C1HALL', name: 'hall', isPrivate: false, members: [otherPeople.member.id, other.botUserId] },
} as const satisfies Record<string, Channel>;

export const allPeople: readonly Person[] = [...Object.values(people), ...Object.values(otherPeople)];
export const allChannels: readonly Channel[] = [...Object.values(channels), ...Object.values(otherChannels)];

/** The workspace of a person, a bot or a channel. */
export function workspaceOf(id: string): Workspace {
  const elsewhere = [...Object.values(otherPeople), ...Object.values(otherChannels)].some((one) => one.id === id);
  return elsewhere || id === other.botUserId ? other : app;
}

export function findPerson(id: string): Person | undefined {
  return allPeople.find((person) => person.id === id);
}

export function findChannel(idOrName: string): Channel | undefined {
  const name = idOrName.replace(/^#/, '');
  return allChannels.find((channel) => channel.id === idOrName || channel.name === name);
}

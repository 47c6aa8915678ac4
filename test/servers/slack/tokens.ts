import { app, type Workspace } from './workspace.ts';

/** The bot's tokens: one for each workspace that it is installed in. */
export type Tokens = {
  readonly workspaceOf: (token: string) => Workspace | undefined;
  readonly wasRevoked: (token: string) => boolean;
  /** A new one at each installation, in place of the one before. */
  readonly issue: (workspace: Workspace) => string;
  readonly revoke: (workspace: Workspace) => void;
};

/** @param installed whether it is installed from the start in the first workspace */
export function makeTokens(installed: boolean): Tokens {
  const live = new Map<string, Workspace>(installed ? [[app.botToken, app]] : []);
  const revoked = new Set<string>();
  let issued = 0;
  const revoke = (workspace: Workspace) => {
    for (const [token, { teamId }] of live) {
      if (teamId !== workspace.teamId) continue;
      live.delete(token);
      revoked.add(token);
    }
  };
  return {
    workspaceOf: (token) => live.get(token),
    wasRevoked: (token) => revoked.has(token),
    issue: (workspace) => {
      revoke(workspace);
      issued += 1;
      const token = `xoxb-${workspace.teamId}-${issued}`;
      live.set(token, workspace);
      return token;
    },
    revoke,
  };
}

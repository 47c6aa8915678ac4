import type { Component } from './component-schema.ts';
import { allComponents } from './component-schema.ts';
import type { AllowedMentions } from './message-schema.ts';

export type Mentions = { readonly users: readonly string[]; readonly roles: readonly string[]; readonly everyone: boolean };

export type PingSource = {
  readonly content: string;
  readonly components: readonly Component[];
  readonly allowed: AllowedMentions | null;
  /** Whom the message replies to, if it does. */
  readonly repliedUser: string | null;
};

/**
 * Who would be notified: what is written, as far as `allowed_mentions` lets it through. Without `allowed_mentions`, all of it and the person replied to.
 * Embeds never notify; the text of Components V2 does; what stands in code does not.
 */
export function findPings({ content, components, allowed, repliedUser }: PingSource): Mentions {
  const text = withoutCode([content, ...allComponents(components).map((one) => one.content ?? '')].join('\n'));
  const users = ids(text, /<@!?(\d+)>/g).filter((id) => isAllowed('users', id, allowed));
  const roles = ids(text, /<@&(\d+)>/g).filter((id) => isAllowed('roles', id, allowed));
  const everyone = /@(?:everyone|here)\b/.test(text) && (allowed === null || (allowed.parse ?? []).includes('everyone'));
  const replied = repliedUser !== null && (allowed === null || allowed.replied_user === true) ? [repliedUser] : [];
  return { users: [...new Set([...users, ...replied])], roles, everyone };
}

function isAllowed(kind: 'users' | 'roles', id: string, allowed: AllowedMentions | null): boolean {
  return allowed === null || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
}

function ids(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
}

function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?```|``[\s\S]*?``|`[^`]*`/g, ' ');
}

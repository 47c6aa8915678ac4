import { Document, isScalar, isSeq } from 'yaml';
import type { Command } from '../../bot/command.ts';
import { listScopes, type ManifestOptions, slackManifest } from './slack-manifest.ts';

const HEAD = ` Slack app manifest, made from commands/ by npm run slack:manifest.
 Paste it at https://api.slack.com/apps: Create New App, From a manifest.`;

/** The manifest as YAML, the reason of each permission above it. */
export function writeManifest(commands: readonly Command[], options: ManifestOptions): string {
  const document = new Document(slackManifest(commands, options));
  document.commentBefore = HEAD;
  const reasons = new Map(listScopes(options).map(({ scope, reason }) => [scope, reason]));
  const scopes = document.getIn(['oauth_config', 'scopes', 'bot']);
  for (const node of isSeq(scopes) ? scopes.items : []) {
    if (isScalar(node)) node.commentBefore = ` ${reasons.get(String(node.value)) ?? ''}`;
  }
  return document.toString({ lineWidth: 0 });
}

import { type Fields, textField } from './json.ts';
import { walkFields } from './walk-fields.ts';

export type Ping = {
  readonly method: string;
  /** `unfurl`: unfurl_links or unfurl_media was not false. `names`: link_names or parse makes Slack look for names. `bare link`: linked without being marked up. */
  readonly kind: 'broadcast' | 'user' | 'group' | 'link' | 'bare link' | 'unfurl' | 'names';
  readonly text: string;
};

const marks = [
  ['broadcast', /<!(?:channel|here|everyone)(?:\|[^>]*)?>/g],
  ['user', /<@[UW][A-Z0-9]*(?:\|[^>]*)?>/g],
  ['group', /<!subteam\^[^>]*>/g],
  ['link', /<(?:https?|mailto|tel):[^>]*>/g],
  ['bare link', /(?<![<\w|/])(?:https?:\/\/|www\.)[^\s<>|]+/g],
] as const;

const richKinds: { readonly [type: string]: Ping['kind'] } = { broadcast: 'broadcast', user: 'user', usergroup: 'group', link: 'link' };

/** What in a message would notify somebody or become a link. Plain text and table cells of raw text never do. */
export function findPings(method: string, args: Fields): readonly Ping[] {
  const texts = args['mrkdwn'] === false ? [] : [textField(args, 'text') ?? ''];
  const found: Ping[] = [];
  for (const part of walkFields([args['blocks'], args['view'], args['attachments']])) {
    const type = textField(part, 'type') ?? '';
    if (type === 'mrkdwn' || type === 'markdown') texts.push(textField(part, 'text') ?? '');
    const kind = richKinds[type];
    if (kind !== undefined) found.push({ method, kind, text: JSON.stringify(part) });
  }
  for (const text of texts) for (const [kind, mark] of marks) for (const [match] of text.matchAll(mark)) found.push({ method, kind, text: match });
  if (args['link_names'] === true || (args['parse'] !== undefined && args['parse'] !== 'none')) found.push({ method, kind: 'names', text: '' });
  const unfurls = method === 'chat.postMessage' && (args['unfurl_links'] !== false || args['unfurl_media'] !== false);
  return unfurls ? [...found, { method, kind: 'unfurl', text: '' }] : found;
}

/** Mentions, channels, commands, custom emoji and points in time: `<@1>`, `<#1>`, `</ask:1>`, `<:name:1>`, `<t:1>`. Their numbers would be read as figures. */
const MARKUP = /<(?:@[!&]?\d+|#\d+|id:\w+|\/[^:>]{1,100}:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?)>/g;

/** What a person wrote, without Discord's markup, the mention of the bot included. */
export function readableText(content: string): string {
  return content.replace(MARKUP, ' ').trim();
}

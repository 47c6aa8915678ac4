/** Slack's ids of channels, and Discord's. */
const FORMS: Readonly<Record<string, RegExp>> = { slack: /^[CG][A-Z0-9]{2,}$/, discord: /^\d{15,21}$/ };

/**
 * Where the humans of a platform are, where nobody has set anything else.
 * @param channels `slack:C1`, `discord:123`, or a bare id, which belongs to the platform whose ids look like that
 */
export function editorsChannelFor(platform: string, channels: readonly string[]): string | null {
  const named = channels.find((channel) => channel.startsWith(`${platform}:`));
  if (named !== undefined) return named.slice(platform.length + 1);
  return channels.find((channel) => FORMS[platform]?.test(channel)) ?? null;
}

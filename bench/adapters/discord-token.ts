/** That of test/servers/discord. */
export const DISCORD_TOKEN = 'local-bot-token';

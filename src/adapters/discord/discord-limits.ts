/** What a message may hold, in UTF-16 units. https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const DISCORD_LIMITS = {
  content: 2_000,
  embeds: 10,
  /** Of all texts in all embeds of a message. */
  embedText: 6_000,
  description: 4_096,
  author: 256,
  footer: 2_048,
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  choices: 25,
  choice: 100,
  files: 10,
  fileName: 100,
  /** What a screen reader says of a picture. */
  alternative: 1_024,
  /** Of a modal. https://docs.discord.com/developers/components/reference#label */
  fields: 5,
  formTitle: 45,
  fieldLabel: 45,
  fieldHelp: 100,
  fieldText: 4_000,
  /** Not Discord's, but what the bot reads of a question. */
  question: 2_000,
} as const;

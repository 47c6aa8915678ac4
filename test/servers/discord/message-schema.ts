import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { type BodyIssue, issue, REFUSALS } from './api-refusal.ts';
import { classicComponents, componentsV2 } from './component-schema.ts';
import { findIssues, parseBody } from './parse-body.ts';

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const LIMITS = { content: 2000, embeds: 10, embedText: 6000, fields: 25, files: 10, mentions: 100 } as const;

const snowflake = z.string().regex(/^\d{15,21}$/);
const link = z.string().regex(/^(?:https?|attachment):\/\/./);
const embed = z.looseObject({
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: link.nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  footer: z.looseObject({ text: z.string().max(2048) }).nullish(),
  author: z.looseObject({ name: z.string().min(1).max(256) }).nullish(),
  image: z.looseObject({ url: link }).nullish(),
  thumbnail: z.looseObject({ url: link }).nullish(),
  fields: z
    .array(z.looseObject({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024), inline: z.boolean().optional() }))
    .max(LIMITS.fields)
    .nullish(),
});
export type Embed = z.infer<typeof embed>;

const allowedMentions = z
  .looseObject({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: z.array(snowflake).max(LIMITS.mentions).optional(),
    roles: z.array(snowflake).max(LIMITS.mentions).optional(),
    replied_user: z.boolean().optional(),
  })
  .refine(({ parse = [], users = [] }) => !(parse.includes('users') && users.length > 0), 'parse:["users"] and users: [ids...] are mutually exclusive.')
  .refine(({ parse = [], roles = [] }) => !(parse.includes('roles') && roles.length > 0), 'parse:["roles"] and roles: [ids...] are mutually exclusive.');
export type AllowedMentions = z.infer<typeof allowedMentions>;

const message = z
  .looseObject({
    content: z.string().max(LIMITS.content).nullish(),
    embeds: z.array(embed).max(LIMITS.embeds).nullish(),
    components: z.array(z.unknown()).nullish(),
    allowed_mentions: allowedMentions.nullish(),
    flags: z.int().min(0).nullish(),
    attachments: z
      .array(z.looseObject({ id: z.union([z.string(), z.int()]), filename: z.string().optional(), description: z.string().max(1024).nullish() }))
      .max(LIMITS.files)
      .nullish(),
    sticker_ids: z.array(snowflake).max(3).nullish(),
    poll: z.looseObject({}).nullish(),
    nonce: z.union([z.int(), z.string().max(25)]).nullish(),
    enforce_nonce: z.boolean().nullish(),
    tts: z.boolean().nullish(),
    message_reference: z
      .looseObject({ type: z.int().optional(), message_id: snowflake, channel_id: snowflake.optional(), fail_if_not_exists: z.boolean().optional() })
      .nullish(),
  })
  .refine(({ embeds }) => embedTextLength(embeds ?? []) <= LIMITS.embedText, {
    path: ['embeds'],
    message: `Embed size exceeds maximum size of ${LIMITS.embedText}`,
  });

/** A message's body after it was checked; what was not given is undefined, so that an edit leaves it alone. */
export type MessageBody = z.infer<typeof message>;

/** @param isV2 whether the message has been of that kind already, which an edit cannot take back */
export function parseMessage(body: unknown, isV2 = false): MessageBody {
  const parsed = parseBody(message, body ?? {});
  const issues = checkKind(parsed, isV2 || hasFlag(parsed.flags, MessageFlags.IsComponentsV2));
  if (issues.length > 0) throw REFUSALS.invalidForm(issues);
  return parsed;
}

/** A new message must hold something. */
export function parseNewMessage(body: unknown, files: number): MessageBody {
  const parsed = parseMessage(body);
  const { content, embeds, components, sticker_ids, poll } = parsed;
  const held = [embeds, components, sticker_ids].some((list) => list && list.length > 0);
  if (!content?.trim() && !held && !poll && files === 0 && !isForward(parsed)) throw REFUSALS.emptyMessage();
  return parsed;
}

export function hasFlag(flags: number | null | undefined, flag: number): boolean {
  return ((flags ?? 0) & flag) !== 0;
}

function checkKind({ content, embeds, components }: MessageBody, isV2: boolean): readonly BodyIssue[] {
  const issues = findIssues(isV2 ? componentsV2 : classicComponents, components ?? [], ['components']);
  if (!isV2) return issues;
  const used = [...(content ? ['content'] : []), ...(embeds && embeds.length > 0 ? ['embeds'] : [])];
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  return [...issues, ...used.map((field) => issue([field], `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`, code))];
}

function isForward({ message_reference }: MessageBody): boolean {
  return message_reference?.type === 1;
}

function embedTextLength(embeds: readonly Embed[]): number {
  const texts = embeds.flatMap(({ title, description, footer, author, fields }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

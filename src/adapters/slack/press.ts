import { z } from 'zod';

const thread = { ts: z.string(), thread_ts: z.string().optional() };

const schema = z.object({
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: z.object({ id: z.string() }),
  /** Not on App Home. */
  channel: z.object({ id: z.string() }).optional(),
  /** Not of messages for one person. */
  message: z.object(thread).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

export type Press = {
  readonly trigger: string;
  readonly user: string;
  /** Null on App Home. */
  readonly channel: string | null;
  /** Of the pressed message; null where it is for one person, or App Home. */
  readonly ts: string | null;
  readonly threadTs: string | null;
  readonly responseUrl: string | null;
  readonly isEphemeral: boolean;
  /** As `writeAction` wrote it. */
  readonly action: string;
};

/** Who pressed what, and where. */
export function readPress(body: unknown): Press {
  const { trigger_id, response_url, user, channel, message, container, actions } = schema.parse(body);
  return {
    trigger: trigger_id,
    user: user.id,
    channel: channel?.id ?? null,
    ts: message?.ts ?? null,
    threadTs: message?.thread_ts ?? container.thread_ts ?? null,
    responseUrl: response_url ?? null,
    isEphemeral: container.is_ephemeral ?? false,
    action: actions[0]?.value ?? '',
  };
}

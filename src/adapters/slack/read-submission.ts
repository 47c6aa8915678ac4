import { z } from 'zod';
import type { Press } from './press.ts';

/** What a form has to keep of the press that opened it: nothing else is left of it when the form is sent. */
const carried = z.object({
  /** What sending the form means. */
  form: z.string(),
  action: z.string(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  threadTs: z.string().nullable(),
  responseUrl: z.string().nullable(),
  isEphemeral: z.boolean(),
});

const chosen = z.object({ value: z.string() });
const entered = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
});
const schema = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), entered)) }),
  }),
});

type Submission = { readonly view: string; readonly press: Press; readonly action: string; readonly values: ReadonlyMap<string, readonly string[]> };

export function writeCarried(form: string, { action, channel, ts, threadTs, responseUrl, isEphemeral }: Press): string {
  return JSON.stringify({ form, action, channel, ts, threadTs, responseUrl, isEphemeral } satisfies z.infer<typeof carried>);
}

/** What was filled in, by field. */
export function readSubmission(body: unknown): Submission {
  const { trigger_id: trigger, user, view } = schema.parse(body);
  const { form, ...press } = carried.parse(JSON.parse(view.private_metadata));
  const fields = Object.entries(view.state.values).flatMap(([field, elements]) => Object.values(elements).map((one) => [field, valuesOf(one)] as const));
  return {
    view: view.id,
    press: { ...press, trigger, user: user.id },
    action: form,
    values: new Map(fields.filter(([, values]) => values.length > 0)),
  };
}

function valuesOf({ value, selected_option, selected_conversation, selected_conversations }: z.infer<typeof entered>): string[] {
  const given = [value, selected_option?.value, selected_conversation, ...(selected_conversations ?? [])];
  return given.flatMap((one) => (one ? [one] : []));
}

import { randomUUID } from 'node:crypto';
import { limits } from './limits.ts';
import type { Message } from './message.ts';

export type ResponseHandle = {
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  /** What replace_original and delete_original mean. */
  readonly message: Message | undefined;
};

type TriggerHandle = {
  readonly id: string;
  readonly user: string;
  /** Where local-slack gave it out itself, because somebody acted on its page. */
  readonly fromPage: boolean;
};

/** What Slack hands out with an interaction, good for a few uses and a short while. */
export type Handles = {
  readonly giveResponse: (handle: Omit<ResponseHandle, 'id'>) => ResponseHandle;
  /** Uses it once, or says why not. */
  readonly takeResponse: (id: string) => ResponseHandle | 'expired_url' | 'used_url';
  readonly giveTrigger: (user: string, fromPage?: string) => TriggerHandle;
  readonly takeTrigger: (id: string) => TriggerHandle | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
  /** Makes every response_url and trigger look this much older. */
  readonly age: (ms: number) => void;
};

export function makeHandles(): Handles {
  const responses = new Map<string, { readonly handle: ResponseHandle; uses: number; born: number }>();
  const triggers = new Map<string, { readonly handle: TriggerHandle; used: boolean; born: number }>();
  return {
    giveResponse: (given) => {
      const handle = { ...given, id: randomUUID() };
      responses.set(handle.id, { handle, uses: 0, born: Date.now() });
      return handle;
    },
    takeResponse: (id) => {
      const found = responses.get(id);
      if (found === undefined || Date.now() - found.born > limits.responseUrlMs) return 'expired_url';
      found.uses += 1;
      return found.uses > limits.responseUrlUses ? 'used_url' : found.handle;
    },
    giveTrigger: (user, fromPage) => {
      const handle = { id: fromPage ?? `${Date.now()}.${randomUUID()}`, user, fromPage: fromPage !== undefined };
      triggers.set(handle.id, { handle, used: false, born: Date.now() });
      return handle;
    },
    takeTrigger: (id) => {
      const found = triggers.get(id);
      if (found === undefined) return 'invalid_trigger_id';
      if (found.used) return 'exchanged_trigger_id';
      if (Date.now() - found.born > limits.triggerMs) return 'expired_trigger_id';
      found.used = true;
      return found.handle;
    },
    age: (ms) => {
      for (const one of [...responses.values(), ...triggers.values()]) one.born -= ms;
    },
  };
}

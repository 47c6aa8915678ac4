import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { answer } from './answer.ts';
import { askedBy, deliverToPress } from './deliver-to-press.ts';
import { readPress } from './press.ts';
import type { SlackParts } from './slack-parts.ts';

/** Does what a button says. */
export function onAction(parts: SlackParts) {
  return async ({ body, ack }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const press = readPress(body);
    const request = { kind: 'press', action: press.action } as const;
    await answer({ ...askedBy(press), delivery: `slack:trigger:${press.trigger}`, request }, deliverToPress(press, parts), parts);
  };
}

import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answer } from './answer.ts';
import { askedBy, deliverToPress } from './deliver-to-press.ts';
import { readSubmission } from './read-submission.ts';
import type { SlackParts } from './slack-parts.ts';

/** Takes what was filled in, and answers as the press that opened the form is answered. */
export function onSubmit(parts: SlackParts) {
  return async ({ body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { view, press, action, values } = readSubmission(body);
    const request = { kind: 'submit', action, values } as const;
    // Of the view, which is sent once: whoever sends it again after a fault of the network gets a new trigger.
    await answer({ ...askedBy(press), delivery: `slack:view:${view}`, request }, deliverToPress(press, parts), parts);
  };
}

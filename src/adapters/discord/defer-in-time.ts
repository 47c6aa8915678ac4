import type { ButtonInteraction, ModalMessageModalSubmitInteraction } from 'discord.js';

/** What was done on a message of the bot: it can be answered below the message, or by changing it. */
export type OnMessage = ButtonInteraction | ModalMessageModalSubmitInteraction;

/** Discord waits three seconds. */
const PATIENCE_MS = 2_000;

/**
 * Tells Discord that an answer is to come, if it takes long; who will see it is still open then, but a form can no longer be shown.
 * @returns to be called before the answer, and where there is none
 */
export function deferInTime(interaction: OnMessage): () => Promise<void> {
  let deferring: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    // Where that fails, so will the answer, and is logged.
    deferring = interaction.deferUpdate().catch(() => undefined);
  }, PATIENCE_MS);
  return async () => {
    clearTimeout(timer);
    await deferring;
  };
}

import { and, eq, inArray, like, or } from 'drizzle-orm';
import { answers, feedback, handOffs, settings } from './schema.ts';
import type { State } from './state.ts';

/** Deletes what is kept of a workspace that the bot was removed from: its settings, its people's questions and votes, and what waits for a human there. */
export async function forgetWorkspace(state: State, platform: string, workspace: string): Promise<void> {
  const scope = `${platform}:${workspace}`;
  await state.change(async (transaction) => {
    const there = and(eq(answers.platform, platform), eq(answers.workspace, workspace));
    await transaction.delete(feedback).where(inArray(feedback.answer, transaction.select({ id: answers.id }).from(answers).where(there)));
    await transaction.delete(answers).where(there);
    await transaction.delete(handOffs).where(and(eq(handOffs.platform, platform), eq(handOffs.workspace, workspace)));
    await transaction.delete(settings).where(or(eq(settings.scope, scope), like(settings.scope, `${scope}:%`)));
  });
}

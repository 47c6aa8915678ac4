import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { forgetWorkspace } from '../../src/state/forget-workspace.ts';
import { answerDays, answers, feedback, settings } from '../../src/state/schema.ts';
import { writeFeedback } from '../../src/state/write-feedback.ts';
import { answerRow, NOON } from './answer-row.ts';
import { DATABASES } from './databases.ts';
import { feedbackRow } from './feedback-row.ts';
import { makeState } from './open-state.ts';

describe.each(DATABASES)('on $name', ({ fresh }) => {
  it('what is kept of a workspace goes, and what is kept of another one stays', async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const state = makeState({ place });
    await state.start();
    const [answer, vote] = [state.lane('answer', writeAnswers), state.lane('feedback', writeFeedback)];
    const [ours, theirs] = [answerRow({ workspace: 'T1' }), answerRow({ workspace: 'T10' })];
    await Promise.all([answer(ours), answer(theirs), vote(feedbackRow({ answer: ours.id })), vote(feedbackRow({ answer: theirs.id }))]);
    const scopes = ['slack:T1', 'slack:T1:C1', 'slack:T10', 'discord:T1'];
    await state.read((database) => database.insert(settings).values(scopes.map((scope) => ({ scope, value: {}, at: NOON }))));
    await forgetWorkspace(state, 'slack', 'T1');
    expect(await state.read((database) => database.select({ workspace: answers.workspace }).from(answers))).toEqual([{ workspace: 'T10' }]);
    expect(await state.read((database) => database.select({ answer: feedback.answer }).from(feedback))).toEqual([{ answer: theirs.id }]);
    expect(await state.read((database) => database.select({ scope: settings.scope }).from(settings).orderBy(settings.scope))).toEqual([
      { scope: 'discord:T1' },
      { scope: 'slack:T10' },
    ]);
    expect(await state.read((database) => database.select().from(answerDays))).toMatchObject([{ answered: 2 }]);
  });
});

import { buildIndex } from '../../src/index/build-index.ts';
import { targetId } from '../../src/index/target.ts';
import { rankTargets } from '../../src/match/rank-targets.ts';
import { readQuestion } from '../../src/question/read-question.ts';
import type { Engine } from './engine.ts';

export const ours: Engine = {
  name: 'ours',
  setup: 'buildIndex, readQuestion, rankTargets',
  build: (base) => {
    const index = buildIndex(base);
    return (question) => {
      const [best] = rankTargets(readQuestion(question, [], index, 'en'), index);
      return best ? targetId(best.target) : null;
    };
  },
};

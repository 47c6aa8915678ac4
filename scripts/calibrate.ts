// Learns how much each trait of a match counts, and when to abstain, from our own questions; writes data/abstention.json.
// Every figure printed is cross-validated: no question is judged with weights that were learned from it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeBest } from '../src/answer/find-answer.ts';
import { AppError } from '../src/errors.ts';
import type { Weights } from '../src/facts/fact-base.ts';
import { loadFactBase } from '../src/facts/load-fact-base.ts';
import { buildIndex, type Index } from '../src/index/build-index.ts';
import { certainty, certaintyTraits } from '../src/match/certainty.ts';
import { rankTargets, UNCALIBRATED } from '../src/match/rank-targets.ts';
import { readQuestion } from '../src/question/read-question.ts';
import { describeProblem } from '../src/reading/problem.ts';
import { writeReply } from '../src/reply/write-reply.ts';
import { comparable, judgeReply, judgeWords, WIDE_KINDS } from './judge-reply.ts';
import { fitLogistic, fitRanking, type LabelledTraits, type RankedExample } from './logistic-regression.ts';
import { type OwnQuestion, readOwnQuestions } from './question-file.ts';

const FOLDS = 5;
/** What a wrong answer costs, in right ones: more, and people are told too often that the documents do not say. */
const COST_OF_WRONG = 1.4;
const CANDIDATES_LEARNED_FROM = 30;
/** Our questions hold more that must be declined than people ask; each of those counts this much. */
const WEIGHT_OF_DECLINE = 0.5;

type Example = { readonly own: OwnQuestion; readonly fold: number };

const root = join(import.meta.dirname, '..');
const index = loadIndex();
const examples = readOwnQuestions(join(root, 'test/questions')).map((own, at): Example => ({ own, fold: at % FOLDS }));

const judged = [...Array(FOLDS).keys()].flatMap((fold) => {
  const rank = learnRanking(examples.filter((example) => example.fold !== fold));
  return examples.filter((example) => example.fold === fold).map((example) => ({ ...judge(example, rank), fold }));
});
const outOfFold = [...Array(FOLDS).keys()].flatMap((fold) => {
  const weights = fitLogistic(judged.filter((example) => example.fold !== fold));
  return judged.filter((example) => example.fold === fold).map((example) => ({ ...example, probability: certainty(example.traits, weights) }));
});
/** Above it an answer is worth more than it costs; where the curve is best is a matter of chance over a wide range. */
const threshold = Number((COST_OF_WRONG / (1 + COST_OF_WRONG)).toFixed(2));
printCurve(outOfFold, threshold);
const abstention = {
  about: 'Written by `npm run calibrate` from test/questions; do not edit.',
  rank: learnRanking(examples),
  answer: fitLogistic(judged),
  threshold,
  measured: measure(outOfFold, threshold),
};
writeFileSync(join(root, 'data/abstention.json'), `${JSON.stringify(abstention, null, 2)}\n`);
console.log('wrote data/abstention.json');

function loadIndex(): Index {
  const loaded = loadFactBase(root);
  if (!loaded.ok) throw new AppError('BAD_DATA', loaded.problems.map(describeProblem).join('\n'));
  return buildIndex(loaded.base);
}

function learnRanking(from: readonly Example[]): Weights {
  return fitRanking(
    from.flatMap(({ own }) => rankedExample(own) ?? []),
    UNCALIBRATED,
  );
}

/** The candidates of a question, right where their own words say all that must be said; null where none or all do. */
function rankedExample(own: OwnQuestion): RankedExample | null {
  if (WIDE_KINDS.has(own.kind)) return null;
  const question = readQuestion(own.q, own.thread, index, 'en');
  const candidates = rankTargets(question, index)
    .slice(0, CANDIDATES_LEARNED_FROM)
    .map(({ target, traits }) => {
      if (target.kind === 'gap') return { traits, right: own.expect === 'decline' };
      const words = comparable([target.fact.statement[own.lang], ...target.fact.quotes.map(({ exact }) => exact)].join(' '));
      const cited = target.fact.quotes.some(
        ({ document }) => own.sources.length === 0 || own.sources.includes(index.base.documents.get(document)?.file.slice(0, 3) ?? ''),
      );
      return { traits, right: own.expect === 'answer' && cited && judgeWords(own, words, words) === null };
    });
  return candidates.some(({ right }) => right) && candidates.some(({ right }) => !right) ? { candidates, weight: weightOf(own) } : null;
}

/** Would the best answer be right? */
function judge({ own }: Example, rank: Weights): LabelledTraits & { readonly own: OwnQuestion } {
  const question = readQuestion(own.q, own.thread, index, 'en');
  const matches = rankTargets(question, index, rank);
  const reply = writeReply(composeBest(question, matches, index).answer, question, index.base);
  return { own, traits: certaintyTraits(question, matches, index), right: own.expect === 'answer' && judgeReply(own, reply) === null, weight: weightOf(own) };
}

function weightOf(own: OwnQuestion): number {
  return own.expect === 'decline' ? WEIGHT_OF_DECLINE : 1;
}

type Predicted = { readonly own: OwnQuestion; readonly right: boolean; readonly probability: number };

/** Prints what each threshold would do. */
function printCurve(predicted: readonly Predicted[], chosen: number): void {
  console.log('threshold  answered  right when answered  answerable right  declines right  misleading  utility');
  const thresholds = Array.from({ length: 13 }, (_, step) => 0.3 + step / 20);
  for (const threshold of [...thresholds, chosen].sort((left, right) => left - right)) {
    const { answered, precision, answerable, declines, misleading, utility } = measure(predicted, threshold);
    console.log(
      [
        threshold.toFixed(2).padEnd(9),
        percent(answered).padStart(8),
        percent(precision).padStart(20),
        percent(answerable).padStart(17),
        percent(declines).padStart(15),
        percent(misleading).padStart(11),
        utility.toFixed(3).padStart(8),
      ].join(' '),
    );
  }
  console.log(`AUROC ${areaUnderCurve(predicted).toFixed(3)} over ${predicted.length} questions; threshold ${chosen}`);
}

function measure(predicted: readonly Predicted[], at: number) {
  const answered = predicted.filter(({ probability }) => probability >= at);
  const right = answered.filter((example) => example.right);
  const answerable = predicted.filter(({ own }) => own.expect === 'answer');
  const declines = predicted.filter(({ own }) => own.expect === 'decline');
  return {
    answered: share(weigh(answered), weigh(predicted)),
    precision: share(weigh(right), weigh(answered)),
    answerable: share(weigh(right), weigh(answerable)),
    declines: share(weigh(declines.filter(({ probability }) => probability < at)), weigh(declines)),
    misleading: share(weigh(answered) - weigh(right), weigh(predicted)),
    utility: share(weigh(right) - COST_OF_WRONG * (weigh(answered) - weigh(right)), weigh(predicted)),
  };
}

function weigh(examples: readonly Predicted[]): number {
  return examples.reduce((sum, { own }) => sum + weightOf(own), 0);
}

/** How often a rightly answered question is held for surer than one that is better declined. */
function areaUnderCurve(predicted: readonly Predicted[]): number {
  const right = predicted.filter((example) => example.right);
  const wrong = predicted.filter((example) => !example.right);
  let wins = 0;
  for (const good of right) for (const bad of wrong) wins += good.probability > bad.probability ? 1 : good.probability === bad.probability ? 0.5 : 0;
  return share(wins, right.length * wrong.length);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((part / whole).toFixed(4));
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

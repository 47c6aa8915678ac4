import { describeMachine } from '../render-table.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { type ClincData, readClinc, type Utterance } from './clinc-data.ts';
import { IntentClassifier } from './intent-classifier.ts';
import { LogisticRegression } from './logistic-regression.ts';

/** One request, read: was the likeliest intent right, and how probable is it that any is meant. */
type Judged = { readonly right: boolean; readonly probability: number };

/** Learns on `train`, fits abstention on `val`, `oos_val` and `oos_train`, the threshold on `val`, and reports on the test sets. */
export function reportClinc(folder: string): string {
  const data = readClinc(folder);
  const classifier = new IntentClassifier(data.train);
  const abstention = fitAbstention(classifier, data);
  const judge = (utterances: readonly Utterance[]) => utterances.map((utterance) => judgeOne(utterance, classifier, abstention));
  const threshold = bestThreshold(judge(data.val));
  const started = performance.now();
  const [inside, outside] = [judge(data.test), judge(data.oos_test)];
  const ms = (performance.now() - started) / (inside.length + outside.length);
  return [
    '| CLINC150, full data | |',
    '| --- | --: |',
    `| in-scope accuracy, never abstaining | ${percent(share(inside, ({ right }) => right))} |`,
    `| in-scope accuracy | ${percent(share(inside, ({ right, probability }) => right && probability >= threshold))} |`,
    `| out-of-scope recall | ${percent(share(outside, ({ probability }) => probability < threshold))} |`,
    `| AUROC | ${areaUnderCurve(probabilities(inside), probabilities(outside)).toFixed(3)} |`,
    `| ms a request | ${ms.toFixed(2)} |`,
    '',
    `threshold ${threshold.toFixed(3)}; ${describeMachine()}`,
  ].join('\n');
}

/** Predicts whether the likeliest intent is right: of a wrong one, abstaining is no loss. */
function fitAbstention(classifier: IntentClassifier, data: ClincData): LogisticRegression {
  const inside = data.val.map(([text, intent]) => readOne(text, intent, classifier));
  const outside = [...data.oos_val, ...data.oos_train].map(([text, intent]) => readOne(text, intent, classifier));
  const read = [...inside, ...outside];
  return new LogisticRegression(
    read.map(({ traits }) => traits),
    read.map(({ right }) => right),
  );
}

function readOne(text: string, intent: string, classifier: IntentClassifier): { right: boolean; traits: number[] } {
  const belief = classifier.read(text);
  return { right: belief.intent === intent, traits: bend(belief.traits) };
}

/** Squares and a few products, for what does not grow in a straight line. */
function bend(traits: readonly number[]): number[] {
  const [score = 0, margin = 0, similarity = 0, , known = 0] = traits;
  return [...traits, ...traits.map((trait) => trait * trait), score * known, score * margin, score * similarity];
}

function judgeOne([text, intent]: Utterance, classifier: IntentClassifier, abstention: LogisticRegression): Judged {
  const { right, traits } = readOne(text, intent, classifier);
  return { right, probability: abstention.probability(traits) };
}

/** In-scope accuracy on `val` that may be given up for recognising what is out of scope. */
const GIVEN_UP = 2 / 300;

/** The highest one that gives up no more than that. */
function bestThreshold(inside: readonly Judged[]): number {
  const right = inside.filter((one) => one.right).map(({ probability }) => probability);
  const sacrifice = Math.floor(inside.length * GIVEN_UP);
  return right.toSorted((left, other) => left - other)[sacrifice] ?? 0;
}

function probabilities(judged: readonly Judged[]): number[] {
  return judged.map(({ probability }) => probability);
}

function share(judged: readonly Judged[], holds: (one: Judged) => boolean): number {
  return judged.filter(holds).length / judged.length;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

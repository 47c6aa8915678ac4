import { describeMachine } from '../render-table.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { type ClincData, readClinc, type Utterance } from './clinc-data.ts';
import { IntentClassifier } from './intent-classifier.ts';
import { LogisticRegression } from './logistic-regression.ts';

/** One request, read: was the likeliest intent right, and how probable is it that any is meant. */
type Judged = { readonly right: boolean; readonly probability: number };

/** Learns on `train`, fits abstention and threshold on `val` and `oos_val`, and looks at the test sets once, to report. */
export function reportClinc(folder: string): string {
  const data = readClinc(folder);
  const classifier = new IntentClassifier(data.train);
  const abstention = fitAbstention(classifier, data);
  const judge = (utterances: readonly Utterance[]) => utterances.map((utterance) => judgeOne(utterance, classifier, abstention));
  const threshold = bestThreshold(judge(data.val), judge(data.oos_val));
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

function fitAbstention(classifier: IntentClassifier, data: ClincData): LogisticRegression {
  const inside = data.val.map(([text]) => classifier.read(text).traits);
  const outside = data.oos_val.map(([text]) => classifier.read(text).traits);
  return new LogisticRegression([...inside, ...outside], [...inside.map(() => true), ...outside.map(() => false)]);
}

function judgeOne([text, intent]: Utterance, classifier: IntentClassifier, abstention: LogisticRegression): Judged {
  const belief = classifier.read(text);
  return { right: belief.intent === intent, probability: abstention.probability(belief.traits) };
}

/** The one with the most requests treated right, "none of them" being one more intent, as in the paper. */
function bestThreshold(inside: readonly Judged[], outside: readonly Judged[]): number {
  let best = { threshold: 0, right: -1 };
  for (const threshold of probabilities([...inside, ...outside])) {
    const right = inside.filter((one) => one.right && one.probability >= threshold).length + outside.filter((one) => one.probability < threshold).length;
    if (right > best.right) best = { threshold, right };
  }
  return best.threshold;
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

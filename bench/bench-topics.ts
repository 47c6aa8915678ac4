/** Topics of data/topics.yaml that the generated facts are about. */
export const BENCH_TOPICS = [
  'jobs-cut',
  'share-cut',
  'cut-when',
  'cut-reason',
  'cut-where',
  'headcount',
  'ai-replaces-people',
  'leader',
  'severance',
  'reversal',
  'ai-product',
  'job-promise',
] as const;
export type BenchTopic = (typeof BENCH_TOPICS)[number];

export function isBenchTopic(topic: string): topic is BenchTopic {
  return BENCH_TOPICS.some((known) => known === topic);
}

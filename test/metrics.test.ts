import { describe, expect, it } from 'vitest';
import { type CountedQuestion, openMetrics } from '../src/metrics.ts';
import { readMetrics } from './fixtures/read-metrics.ts';

const ANSWERED: CountedQuestion = { platform: 'slack', language: 'en', outcome: 'answered', reason: null, ms: 3 };
const DECLINED: CountedQuestion = { platform: 'discord', language: 'fr', outcome: 'unknown', reason: 'off-topic', ms: 40 };

const read = async (metrics: ReturnType<typeof openMetrics>) => readMetrics((await metrics.expose()).text);

describe('metrics', () => {
  it('count questions by platform, language, outcome and reason', async () => {
    const metrics = openMetrics();
    for (const question of [ANSWERED, ANSWERED, DECLINED, { ...DECLINED, reason: 'unclear' } as const]) metrics.question(question);
    const { value, find } = await read(metrics);
    const name = 'layoffs_bot_questions_total';
    expect(value(name, { platform: 'slack', language: 'en', outcome: 'answered', reason: '' })).toBe(2);
    expect(value(name, { platform: 'discord', language: 'fr', outcome: 'unknown', reason: 'off-topic' })).toBe(1);
    expect(value(name, { platform: 'discord', language: 'fr', outcome: 'unknown', reason: 'unclear' })).toBe(1);
    expect(find(name)).toHaveLength(3);
  });

  it('tell in a histogram how long answers took, from a millisecond to five seconds', async () => {
    const metrics = openMetrics();
    for (const ms of [0.5, 3, 3, 700, 9_000]) metrics.question({ ...ANSWERED, ms });
    const { value, find } = await read(metrics);
    const name = 'layoffs_bot_answer_duration_seconds';
    const upTo = (le: string) => value(`${name}_bucket`, { le });
    expect([upTo('0.001'), upTo('0.005'), upTo('0.5'), upTo('1'), upTo('5'), upTo('+Inf')]).toEqual([1, 3, 3, 4, 4, 5]);
    expect(value(`${name}_count`)).toBe(5);
    expect(value(`${name}_sum`)).toBeCloseTo(9.7065);
    expect(find(`${name}_bucket`)[0]?.labels).toEqual({ le: '0.001', platform: 'slack' });
  });

  it('count what people think of answers, from nothing on', async () => {
    const metrics = openMetrics();
    const verdict = async (which: string) => (await read(metrics)).value('layoffs_bot_feedback_total', { verdict: which });
    expect([await verdict('good'), await verdict('bad')]).toEqual([0, 0]);
    for (const good of [true, true, false]) metrics.feedback(good);
    expect([await verdict('good'), await verdict('bad')]).toEqual([2, 1]);
  });

  it('name the version of the data, and no earlier one', async () => {
    const metrics = openMetrics();
    let version = 'one';
    metrics.follow({ version: () => version });
    const told = async () => (await read(metrics)).find('layoffs_bot_data_version_info').map(({ labels, value }) => [labels['version'], value]);
    expect(await told()).toEqual([['one', 1]]);
    version = 'two';
    expect(await told()).toEqual([['two', 1]]);
  });

  it('read reconnects, queues and what was dropped when they are collected', async () => {
    const metrics = openMetrics();
    let [reconnects, waiting, dropped] = [0, 0, 0];
    metrics.follow({ reconnects: { slack: () => reconnects, discord: () => 7 } });
    metrics.follow({ queues: { writes: () => waiting }, dropped: () => dropped });
    const told = async () => {
      const { value } = await read(metrics);
      return [
        value('layoffs_bot_platform_reconnects_total', { platform: 'slack' }),
        value('layoffs_bot_platform_reconnects_total', { platform: 'discord' }),
        value('layoffs_bot_queue_length', { queue: 'writes' }),
        value('layoffs_bot_writes_dropped_total'),
      ];
    };
    expect(await told()).toEqual([0, 7, 0, 0]);
    [reconnects, waiting, dropped] = [2, 50, 3];
    expect(await told()).toEqual([2, 7, 50, 3]);
    waiting = 0;
    expect(await told()).toEqual([2, 7, 0, 3]);
  });

  it('tell how many questions wait for a human, and go on where that cannot be read', async () => {
    const metrics = openMetrics();
    const told = async () => (await read(metrics)).value('layoffs_bot_hand_offs_open');
    expect(await told()).toBeNaN();
    metrics.follow({ handOffs: () => Promise.resolve(4) });
    expect(await told()).toBe(4);
    metrics.follow({ handOffs: () => Promise.reject(new Error('no database')) });
    expect(await told()).toBeNaN();
  });

  it('do not wait for a database that says nothing', async () => {
    const metrics = openMetrics();
    metrics.follow({ handOffs: () => new Promise(() => {}) });
    metrics.question(ANSWERED);
    const { value } = await read(metrics);
    expect([value('layoffs_bot_questions_total'), value('layoffs_bot_hand_offs_open')]).toEqual([1, Number.NaN]);
  });

  it('know before anything has happened what there is, by the names that Prometheus asks for', async () => {
    const { types, samples } = await read(openMetrics());
    const own = [...types].filter(([name]) => name.startsWith('layoffs_bot_'));
    expect(Object.fromEntries(own)).toEqual({
      layoffs_bot_questions_total: 'counter',
      layoffs_bot_answer_duration_seconds: 'histogram',
      layoffs_bot_feedback_total: 'counter',
      layoffs_bot_data_version_info: 'gauge',
      layoffs_bot_platform_reconnects_total: 'counter',
      layoffs_bot_queue_length: 'gauge',
      layoffs_bot_writes_dropped_total: 'counter',
      layoffs_bot_hand_offs_open: 'gauge',
    });
    for (const [name, type] of own) expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(samples.map(({ name }) => name)).toEqual(expect.arrayContaining(['process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds']));
  });

  it('take no platform that there is none of for a label', async () => {
    const metrics = openMetrics();
    metrics.question({ ...ANSWERED, platform: 'U123 wrote "my salary"\n' });
    const { text } = await metrics.expose();
    expect(text).not.toContain('salary');
    expect(readMetrics(text).value('layoffs_bot_questions_total', { platform: 'other' })).toBe(1);
  });

  it('keep what they count to themselves', async () => {
    const [one, other] = [openMetrics(), openMetrics()];
    one.question(ANSWERED);
    expect((await read(other)).find('layoffs_bot_questions_total')).toEqual([]);
  });
});

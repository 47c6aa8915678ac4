import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/reply/plain-text.ts';
import type { Block } from '../../src/reply/reply.ts';

const button = { label: 'press', action: 'a', style: 'plain' } as const;

describe('plainText', () => {
  it('gives a chart’s figures and what is in a file, and no buttons', () => {
    const blocks: Block[] = [
      { kind: 'text', tone: 'lead', text: 'Ten.' },
      { kind: 'chart', chart: { kind: 'lines', title: 'Questions', alt: 'x', unit: '', categories: ['May'], series: [{ name: 'all', values: [10] }] } },
      { kind: 'file', name: 'gaps.csv', description: 'All gaps', content: 'question,count\r\nwhy,2\r\n' },
      { kind: 'feedback', good: button, bad: button },
    ];
    expect(plainText(blocks).split('\n')).toEqual(['Ten.', 'Questions', ' | all', 'May | 10', 'All gaps', 'question,count', 'why,2']);
  });
});

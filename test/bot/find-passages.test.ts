import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortId } from '../../src/bot/action.ts';
import { findPassages } from '../../src/bot/find-passages.ts';
import type { FactBase } from '../../src/facts/fact-base.ts';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { startBot } from '../fixtures/start-bot.ts';

const { base } = await startBot();

type Passage = Extract<ReturnType<typeof findPassages>[number], { kind: 'passage' }>;

function passagesOf(facts: readonly string[], from: FactBase = base): Passage[] {
  return findPassages(facts.map(shortId), from, 'en').flatMap((block) => (block.kind === 'passage' ? [block] : []));
}

/** The passage as it stands in the document, without the marks of what was left out. */
function words({ before, exact, after }: Passage): string {
  return `${before.replace(/^…/, '')}${exact}${after.replace(/…$/, '')}`;
}

/** The small project, with the text around Borel's quote replaced. */
function around(before: string, after: string) {
  const loaded = loadFactBase(writeSmallProject().folder);
  const document = loaded.ok ? loaded.base.documents.get('borel-cuts') : undefined;
  if (!loaded.ok || document === undefined) throw new Error('the small project does not load');
  const [{ exact }] = loaded.base.facts.get('borel-cut')?.quotes ?? [{ exact: '' }];
  const text = `${before}${exact}${after}`;
  const documents = new Map([...loaded.base.documents, [document.id, { ...document, text }]]);
  const [passage] = passagesOf(['borel-cut'], { ...loaded.base, documents });
  if (passage === undefined) throw new Error('there is no passage');
  return { passage, text, exact };
}

describe('findPassages', () => {
  it('shows each quote of each fact with the exact words, as it stands in its document', () => {
    for (const fact of base.facts.values()) {
      const passages = passagesOf([fact.id]);
      expect(passages.map(({ exact }) => exact)).toEqual([...new Set(fact.quotes.map(({ exact }) => exact))]);
      for (const passage of passages) {
        const document = fact.quotes.find(({ exact }) => exact === passage.exact)?.document ?? '';
        expect(base.documents.get(document)?.text).toContain(words(passage));
        expect(passage.source).toContain(base.documents.get(document)?.title.en);
        expect(passage.before).not.toContain('\n');
        expect(passage.after).not.toContain('\n');
      }
    }
  });

  it('shows words that several facts quote once', () => {
    const { folder } = writeSmallProject();
    const loaded = loadFactBase(folder);
    const passages = loaded.ok ? passagesOf(['acme-before', 'acme-after', 'acme-fall'], loaded.base) : [];
    expect(passages.map(({ exact }) => exact)).toEqual(['its workforce fell from 3,800 to 2,000 people', '“We regret it,” said Jane Doe']);
  });

  it('shows nothing of facts that there are not', () => {
    expect(findPassages([shortId('nothing'), '', 'x'], base, 'en')).toEqual([]);
    expect(findPassages([], base, 'en')).toEqual([]);
  });

  it('begins and ends with the line', () => {
    expect(around('Line one.\nThe firm ', ' of staff.\nLine three.').passage).toMatchObject({ before: 'The firm ', after: ' of staff.' });
    expect(around('', '').passage).toMatchObject({ before: '', after: '' });
  });

  it('begins and ends with a word, marked, where the line is long', () => {
    const { passage } = around(`${'word '.repeat(100)}the firm `, ` of staff${' word'.repeat(100)}`);
    expect(passage.before).toMatch(/^…(word )+the firm $/);
    expect(passage.after).toMatch(/^ of staff( word)+…$/);
  });

  it('keeps to the document’s words, and to whole characters, in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('word ', '😀', '\n', ' ', 'é', '. ', 'x'.repeat(50), '😀'.repeat(130), `a${'😀'.repeat(130)}`),
      fc.string({ maxLength: 30 }),
    );
    const side = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(side, side, (left, right) => {
        const { passage, text } = around(left, right);
        expect(text).toContain(words(passage));
        expect(passage.before.isWellFormed() && passage.after.isWellFormed()).toBe(true);
        expect(passage.before.length).toBeLessThanOrEqual(221);
        expect(passage.after.length).toBeLessThanOrEqual(221);
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { diffFactBases } from '../../src/facts/diff-fact-bases.ts';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { type Change, replace, writeSmallProject } from '../fixtures/small-project.ts';

function load(...changes: readonly Change[]) {
  const loaded = loadFactBase(writeSmallProject(...changes).folder);
  if (!loaded.ok) throw new Error('the project does not load');
  return loaded.base;
}

const NOTHING = { added: [], changed: [], removed: [] };

describe('diffFactBases', () => {
  it('finds no difference between two loads of the same files', () => {
    const [one, other] = [load(), load()];
    expect(diffFactBases(one, other)).toEqual({ from: one.version, to: one.version, facts: NOTHING, gaps: NOTHING });
  });

  it('tells added, changed and removed apart, in both directions', () => {
    const before = load();
    const after = load(
      replace('data/facts/borel.yaml', 'id: borel-cut', 'id: borel-layoffs'),
      replace('data/facts/acme.yaml', 'how many people work at Acme now', 'how big is Acme now'),
      replace('data/gaps/acme.yaml', 'nearest: [acme-fall]', 'nearest: [acme-after]'),
    );
    expect(diffFactBases(before, after)).toMatchObject({
      facts: { added: ['borel-layoffs'], changed: ['acme-after'], removed: ['borel-cut'] },
      gaps: { ...NOTHING, changed: ['gap-acme-why'] },
    });
    expect(diffFactBases(after, before).facts).toEqual({ added: ['borel-cut'], changed: ['acme-after'], removed: ['borel-layoffs'] });
  });

  it('gives two versions and no ids where only names changed', () => {
    const [before, after] = [load(), load(replace('data/topics.yaml', 'postes supprimés', 'emplois supprimés'))];
    const diff = diffFactBases(before, after);
    expect(diff.from).not.toBe(diff.to);
    expect(diff).toMatchObject({ facts: NOTHING, gaps: NOTHING });
  });
});

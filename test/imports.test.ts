import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A stage may import itself and what stands before it. */
const STAGES = ['text', 'reading', 'documents', 'facts', 'index', 'question', 'match', 'answer', 'reply', 'state', 'bot', 'desks', 'adapters'];
const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

type Import = { readonly from: string; readonly to: string };

const imports: Import[] = listFiles(src).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to]) => ({
    from: relative(src, file),
    to: to?.startsWith('.') ? relative(src, resolve(dirname(file), to)) : (to ?? ''),
  })),
);

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('never lead from a stage to a later one', () => {
    const backwards = imports.filter(({ from, to }) => {
      const [here, there] = [stageOf(from), stageOf(to)];
      return here >= 0 && there > here;
    });
    expect(backwards).toEqual([]);
  });

  it('form no circles, type-only ones included', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
    const circles = [...targets.keys()].filter((file) => reaches(file, file, targets, new Set()));
    expect(circles).toEqual([]);
  });
});

function stageOf(file: string): number {
  return STAGES.indexOf(file.split('/')[0] ?? '');
}

function reaches(from: string, goal: string, targets: ReadonlyMap<string, readonly string[]>, seen: Set<string>): boolean {
  for (const to of targets.get(from) ?? []) {
    if (to === goal) return true;
    if (seen.has(to)) continue;
    seen.add(to);
    if (reaches(to, goal, targets, seen)) return true;
  }
  return false;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

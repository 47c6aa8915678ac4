import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { indexKey } from '../../src/index/index-key.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';

const SOURCES = join(import.meta.dirname, '../../src');

function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const stage of ['text', 'reading', 'documents', 'facts', 'index', 'match']) cpSync(join(SOURCES, stage), join(folder, stage), { recursive: true });
  return folder;
}

describe('indexKey', () => {
  it('is the same for the same files, wherever they lie', () => {
    const key = indexKey(writeSmallProject().folder);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(indexKey(writeSmallProject().folder, copySources())).toBe(key);
  });

  it.each(['data/facts/acme.yaml', 'data/concepts.yaml', 'seeds/note.txt'])('is another one where %s has another byte, is renamed or gone', (file) => {
    const { folder } = writeSmallProject();
    const keys = [indexKey(folder)];
    renameSync(join(folder, file), join(folder, `${file}.old`));
    keys.push(indexKey(folder));
    rmSync(join(folder, `${file}.old`));
    keys.push(indexKey(folder));
    writeFileSync(join(folder, file), 'x');
    keys.push(indexKey(folder));
    writeFileSync(join(folder, file), 'y');
    keys.push(indexKey(folder));
    expect(new Set(keys).size).toBe(5);
  });

  it('is another one where a stage before answering has another source, and the same where only answering has', () => {
    const { folder } = writeSmallProject();
    const sources = copySources();
    const before = indexKey(folder, sources);
    writeFileSync(join(sources, 'match/new.ts'), '// later');
    expect(indexKey(folder, sources)).toBe(before);
    writeFileSync(join(sources, 'text/new.ts'), '// earlier');
    expect(indexKey(folder, sources)).not.toBe(before);
  });

  it('is null where something cannot be read', () => {
    expect(indexKey(join(tmpdir(), 'there-is-no-such-folder'))).toBeNull();
  });
});

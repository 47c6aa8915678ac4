import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { readDataFiles, writeDataFiles } from '../../src/reading/data-files.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function read(folder: string): Buffer {
  const files = readDataFiles(folder);
  if (files === null) throw new Error('the files cannot be read');
  return files;
}

describe('data files', () => {
  it('load elsewhere as the same version, whatever bytes they hold', () => {
    const { folder } = writeSmallProject();
    writeFileSync(join(folder, 'data', 'picture.png'), Buffer.from([0, 10, 255, 13, 10, 0]));
    const copy = emptyFolder();
    writeDataFiles(read(folder), copy);
    expect(read(copy)).toEqual(read(folder));
    expect(loadFactBase(copy)).toEqual(loadFactBase(folder));
    expect(loadFactBase(copy).ok).toBe(true);
  });

  it('are without what editors leave lying about', () => {
    const { folder } = writeSmallProject();
    const before = read(folder);
    symlinkSync('/nowhere', join(folder, 'data', '.#topics.yaml'));
    writeFileSync(join(folder, 'data', '.topics.yaml.swp'), 'draft');
    expect(read(folder)).toEqual(before);
  });

  it('are none where a folder is missing', () => {
    expect(readDataFiles(emptyFolder())).toBeNull();
  });

  it.each(['../escape', 'data/../../escape', '/data/x', 'data/.hidden', 'other/x', 'data\\x', ''])('are written nowhere else: “%s”', (path) => {
    const folder = emptyFolder();
    expect(() => writeDataFiles(Buffer.from(`${JSON.stringify([[path, 1]])}\nx`), folder)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT, readConfig } from '../src/config.ts';

const NO_FILE = '/nowhere/.env';

function envFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), text);
  return join(folder, '.env');
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, NO_FILE)).toEqual({ defaultLanguage: 'en', dataFolder: PROJECT_ROOT, noColor: false });
  });

  it('reads the environment, and takes nothing for not set', () => {
    expect(readConfig({ DEFAULT_LANGUAGE: 'fr', DATA_FOLDER: tmpdir(), NO_COLOR: '0' }, NO_FILE)).toEqual({
      defaultLanguage: 'fr',
      dataFolder: tmpdir(),
      noColor: true,
    });
    expect(readConfig({ DEFAULT_LANGUAGE: '', DATA_FOLDER: '', NO_COLOR: '' }, NO_FILE)).toEqual(readConfig({}, NO_FILE));
  });

  it('reads a .env file, over which the environment has the last word', () => {
    const file = envFile('DEFAULT_LANGUAGE=fr\nNO_COLOR=1\n');
    const env = { NO_COLOR: '' };
    expect(readConfig(env, file)).toMatchObject({ defaultLanguage: 'fr' });
    expect(readConfig({ DEFAULT_LANGUAGE: 'en' }, file)).toMatchObject({ defaultLanguage: 'en', noColor: true });
    expect(env).toEqual({ NO_COLOR: '' });
  });

  it('names every bad variable together', () => {
    const read = () => readConfig({ DEFAULT_LANGUAGE: 'de', DATA_FOLDER: '/no/such/folder' }, NO_FILE);
    expect(read).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
    expect(read).toThrow(/DEFAULT_LANGUAGE is neither en nor fr\n.*DATA_FOLDER is no folder: \/no\/such\/folder/);
  });

  it('cannot be changed afterwards', () => {
    expect(readConfig({}, NO_FILE)).toSatisfy(Object.isFrozen);
  });

  it('is explained by .env.example, each variable with a comment, none changing anything', () => {
    const example = join(PROJECT_ROOT, '.env.example');
    expect(readConfig({}, example)).toEqual(readConfig({}, NO_FILE));
    const paragraphs = readFileSync(example, 'utf8').trim().split('\n\n').slice(1);
    expect(paragraphs.map((paragraph) => /^#.+\n([A-Z_]+)=.*$/.exec(paragraph)?.[1])).toEqual(['DEFAULT_LANGUAGE', 'DATA_FOLDER', 'NO_COLOR']);
  });
});

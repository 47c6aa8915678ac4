import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';

const GOOD = `{ name: 'wave', description: { en: 'Say hello', fr: 'Saluer' }, options: [], admin: false, run: () => [] }`;
const OPTION = `{ name: 'who', description: { en: 'whom', fr: 'qui' }, kind: 'text', required: false }`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

function loadOne(definition: string) {
  return loadCommands(folderWith({ 'wave.mjs': `export const wave = ${definition};` }));
}

describe('loadCommands', () => {
  it('loads every file of commands/, each named like its command', async () => {
    const commands = await loadCommands(COMMANDS_FOLDER);
    expect(commands.map(({ name }) => name)).toEqual([
      'ask',
      'company',
      'compare',
      'feedback',
      'forget',
      'gaps',
      'help',
      'history',
      'human',
      'inbox',
      'list',
      'privacy',
      'reload',
      'rollback',
      'settings',
      'sources',
      'stats',
      'status',
      'timeline',
    ]);
    expect(commands.filter(({ admin }) => admin).map(({ name }) => name)).toEqual(['feedback', 'gaps', 'history', 'inbox', 'reload', 'rollback', 'settings']);
    expect(commands.filter(({ alone }) => alone).map(({ name }) => name)).toEqual(['forget', 'human']);
  });

  it('takes a definition that is complete', async () => {
    expect(await loadOne(GOOD)).toMatchObject([{ name: 'wave' }]);
  });

  it.each([
    ['no run', GOOD.replace('run: () => []', ''), 'wave.run'],
    ['a run that is no function', GOOD.replace('() => []', '42'), 'wave.run: is not a function'],
    ['no French', GOOD.replace(`, fr: 'Saluer'`, ''), 'wave.description.fr'],
    ['a description that is too long for Discord', GOOD.replace('Say hello', 'x'.repeat(101)), 'wave.description.en'],
    ['a name with capitals', GOOD.replace(`'wave'`, `'Wave'`), 'wave.name: is not a name'],
    ['a field that we do not know', GOOD.replace('admin', 'adminOnly: true, admin'), 'adminOnly'],
    ['a kind of option that we do not know', GOOD.replace('[]', `[${OPTION.replace('text', 'number')}]`), 'wave.options.0.kind'],
    ['a choice without choices', GOOD.replace('[]', `[${OPTION.replace('text', 'choice')}]`), 'choices belong to the kind'],
    ['two options of one name', GOOD.replace('[]', `[${OPTION}, ${OPTION}]`), 'two options have the same name'],
    ['a required option behind another', GOOD.replace('[]', `[${OPTION}, ${OPTION.replace('who', 'whom').replace('false', 'true')}]`), 'stands behind'],
    ['the name of another file', GOOD.replace(`'wave'`, `'nod'`), 'name it "wave"'],
  ])('refuses a file with %s, naming it', async (_, definition, fault) => {
    await expect(loadOne(definition)).rejects.toMatchObject({ code: 'BAD_COMMAND', message: expect.stringMatching(/wave\.mjs: /) });
    await expect(loadOne(definition)).rejects.toThrow(fault);
  });

  it('names all bad files together: one without the export, one that cannot be read as code', async () => {
    const folder = folderWith({
      'wave.mjs': `export const wave = ${GOOD};`,
      'nod.mjs': `export const other = ${GOOD};`,
      'shrug.mjs': 'export const shrug = {',
    });
    await expect(loadCommands(folder)).rejects.toThrow(/nod\.mjs: export nod[\s\S]*shrug\.mjs: /);
    await expect(loadCommands(folder)).rejects.not.toThrow(/wave\.mjs/);
  });

  it('refuses a folder without commands', async () => {
    await expect(loadCommands(folderWith({ 'README.md': '' }))).rejects.toThrow('holds no command');
  });
});

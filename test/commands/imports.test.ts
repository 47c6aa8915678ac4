import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';

describe('commands/', () => {
  it.each(readdirSync(COMMANDS_FOLDER))('%s sees only types, of bot, answer and reply', (file) => {
    const imports = readFileSync(join(COMMANDS_FOLDER, file), 'utf8')
      .split('\n')
      .filter((line) => /^(?:import|\} from|export .* from)|\bimport\(/.test(line));
    expect(imports.length).toBeGreaterThan(0);
    for (const line of imports) expect(line).toMatch(/^import type .* from '\.\.\/src\/(?:bot|answer|reply)\/[a-z-]+\.ts';$/);
  });
});

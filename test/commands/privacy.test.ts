import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import * as schema from '../../src/state/schema.ts';
import { HERE } from '../bot/start-reception.ts';
import { allText } from '../fixtures/start-bot.ts';
import { runWith } from './run-with.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');

describe('privacy', () => {
  it('names the days that are configured, a single one as one', async () => {
    const told = async (days: number, language: 'en' | 'fr') => {
      const privacy = { retentionDays: () => days, forget: () => Promise.reject(new Error('nobody is forgotten')) };
      return allText(await runWith('privacy', { language, place: HERE, records: { privacy } }));
    };
    const { retentionDays } = readConfig({ RETENTION_DAYS: '30' }, '/nowhere');
    expect(await told(retentionDays, 'en')).toContain('for 30 days. Your name is not in it');
    expect(await told(retentionDays, 'fr')).toContain('pendant 30 jours. Votre nom n’y figure pas');
    expect(await told(1, 'en')).toContain('for one day.');
    expect(await told(1, 'fr')).toContain('pendant un jour.');
  });

  it('says in a terminal that nothing is kept', async () => {
    expect(allText(await runWith('privacy'))).toContain('In a terminal I keep nothing');
    expect(allText(await runWith('privacy', { language: 'fr' }))).toContain('Dans un terminal, je ne garde rien');
  });
});

describe('docs/privacy.md', () => {
  it('names the days that are kept where nothing is configured', () => {
    expect(PAGE).toContain(`\`RETENTION_DAYS\` (${readConfig({}, '/nowhere').retentionDays} if not set)`);
  });

  it('leaves out no table and no column', () => {
    const tables = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [table] : []));
    expect(tables.length).toBeGreaterThan(10);
    const named = (name: string) => PAGE.includes(`\`${name}\``);
    const missing = tables
      .flatMap((table) => [getTableName(table), ...Object.values(getTableColumns(table)).map(({ name }) => name)])
      .filter((name) => !named(name));
    expect([...new Set(missing)]).toEqual([]);
  });
});

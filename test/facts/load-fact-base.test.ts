import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { append, loadChanged, put, remove, replace, SMALL_PROJECT_FILES, updateSha256, writeSmallProject } from '../fixtures/small-project.ts';

const ROOT = join(import.meta.dirname, '../..');

const SEEDS = {
  '000_029880e9702ef0ad.txt': 'f8e674ab4ef21115a638335b7c8b07f649001d1cf6e862af01b7e1ae029b11ed',
  '001_3571085769a4a716.txt': 'dbf47710f931a7a5a772ae620bffb367664555a8f34c405a4de7c4c364fc61d1',
  '002_e9d9848432a61308.txt': '600bd79a84dae8f150d46d17cb14ccaef7020e306cdb5cfc5ccc25a1cdaa4dd7',
  '003_222e3a76ca0b8a75.txt': '15ad834b9a67bdac5c3f530038f73703fae0303da81d8725112ea1c032479420',
  '004_a10e5551f6d12a21.txt': '4fe0d322af13537fb294990a1a87729e241fbc9eb2a762b7cadf710acccb8095',
};

function baseOf(folder: string) {
  const loaded = loadFactBase(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.base;
}

describe('the documents as they were handed over', () => {
  it('are all there, nothing besides, and not a byte is changed', () => {
    const hashes = readdirSync(join(ROOT, 'seeds')).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(ROOT, 'seeds', file)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(SEEDS);
  });
});

describe('the fact base of this project', () => {
  const base = baseOf(ROOT);

  it('holds the five documents, and facts and gaps about each of the four companies', () => {
    expect([...base.documents.values()].map(({ file }) => file).sort()).toEqual(Object.keys(SEEDS));
    for (const company of ['amazon', 'fiverr', 'klarna', 'shopify']) {
      expect(
        [...base.facts.values()].filter((fact) => fact.company === company),
        `facts about ${company}`,
      ).not.toHaveLength(0);
      expect(
        [...base.gaps.values()].filter((gap) => gap.company === company),
        `gaps about ${company}`,
      ).not.toHaveLength(0);
    }
  });

  it('quotes every document, and only words that stand in it byte for byte', () => {
    const bytes = new Map([...base.documents.values()].map(({ id, file }) => [id, readFileSync(join(ROOT, 'seeds', file))]));
    const quotes = [...base.facts.values()].flatMap((fact) => fact.quotes.map((quote) => ({ fact: fact.id, ...quote })));
    expect(new Set(quotes.map(({ document }) => document))).toEqual(new Set(bytes.keys()));
    expect(quotes.filter(({ document, exact }) => !bytes.get(document)?.includes(Buffer.from(exact)))).toEqual([]);
  });

  it('has every fact ask for itself in both languages', () => {
    const silent = [...base.facts.values()].filter(({ phrasings }) => new Set(phrasings.map(({ language }) => language)).size < 2);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('has the same version each time', () => {
    expect(baseOf(ROOT).version).toBe(base.version);
    expect(base.version).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('loadFactBase', () => {
  it('loads a small valid project', () => {
    const base = baseOf(writeSmallProject().folder);
    expect([...base.documents.keys()]).toEqual(['acme-cuts', 'borel-cuts', 'editor-note']);
    expect([...base.entities.keys()]).toEqual(['acme', 'borel', 'jane-doe', 'daily-post']);
    expect([...base.topics.keys()]).toEqual(['jobs-cut', 'headcount']);
    expect(base.concepts.map(({ id }) => id)).toEqual(['layoff', 'how-many']);
    expect([...base.facts.keys()]).toEqual(['acme-before', 'acme-after', 'acme-fall', 'borel-cut']);
    expect([...base.gaps.keys()]).toEqual(['gap-acme-why']);
    expect(base.abstention).toBeNull();
  });

  it('lists the company first among those a fact is about', () => {
    expect(baseOf(writeSmallProject().folder).facts.get('acme-fall')?.about).toEqual(['acme', 'jane-doe']);
  });

  it('reads the answer that a phrasing expects off its sign', () => {
    expect(baseOf(writeSmallProject().folder).facts.get('acme-fall')?.phrasings).toEqual([
      { text: 'how many people did Acme lose', language: 'en', polarity: null },
      { text: 'did Acme cut jobs', language: 'en', polarity: 'yes' },
      { text: 'did Acme hire people', language: 'en', polarity: 'no' },
      { text: 'combien de personnes Acme a-t-elle perdues', language: 'fr', polarity: null },
    ]);
  });

  it('leaves the company out of a fact about nobody in particular', () => {
    const { folder } = writeSmallProject(replace('data/facts/borel.yaml', 'company: borel', 'company: none'));
    expect(baseOf(folder).facts.get('borel-cut')).toMatchObject({ company: null, about: [] });
  });

  it('reads the weights of a calibration', () => {
    const { folder } = writeSmallProject(
      put('data/abstention.json', '{"about": "x", "rank": {"a": 1}, "answer": {"b": -0.5}, "threshold": 0.4, "measured": {}}'),
    );
    expect(baseOf(folder).abstention).toMatchObject({ rank: { a: 1 }, answer: { b: -0.5 }, threshold: 0.4 });
  });

  it('gives the same version to the same files in another folder', () => {
    expect(baseOf(writeSmallProject().folder).version).toBe(baseOf(writeSmallProject().folder).version);
  });

  it.each(SMALL_PROJECT_FILES)('gives another version when %s is longer by one byte', (file) => {
    const changed = writeSmallProject(append(file, '\n'), ...(file.startsWith('seeds/') ? [updateSha256(file)] : []));
    expect(baseOf(changed.folder).version).not.toBe(baseOf(writeSmallProject().folder).version);
  });

  it('gives another version when a file is new, or has another name', () => {
    const versions = [
      [],
      [put('data/facts/more.yaml', '[]\n')],
      [put('data/facts/other.yaml', '[]\n')],
      [put('data/abstention.json', '{"about": "x", "rank": {}, "answer": {}, "threshold": 0.5, "measured": 0}')],
    ].map((changes) => baseOf(writeSmallProject(...changes).folder).version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it.each(['data/documents.yaml', 'data/entities.yaml', 'data/topics.yaml', 'data/concepts.yaml'])('says that %s is missing', (file) => {
    expect(loadChanged(remove(file)).problems).toEqual([
      { file, line: null, column: null, field: '', what: 'is missing', fix: expect.stringContaining('restore') },
    ]);
  });

  it('names everything that an empty data/ folder lacks', () => {
    const { problems } = loadChanged(...SMALL_PROJECT_FILES.filter((file) => file.startsWith('data/')).map(remove));
    expect(problems.map(({ file, line, field }) => ({ file, line, field }))).toEqual(
      ['data/documents.yaml', 'data/entities.yaml', 'data/topics.yaml', 'data/concepts.yaml', 'data/facts/', 'data/gaps/'].map((file) => ({
        file,
        line: null,
        field: '',
      })),
    );
    expect(problems.map(({ what, fix }) => `${what}: ${fix}`)).not.toContainEqual(expect.stringMatching(/undefined|null|NaN/));
  });

  it('names everything that a folder that is not there lacks', () => {
    const loaded = loadFactBase(join(writeSmallProject().folder, 'nowhere'));
    expect(loaded.ok ? [] : loaded.problems.map(({ file }) => file)).toContain('data/documents.yaml');
  });

  it('reports both problems of one fact', () => {
    const file = 'data/facts/borel.yaml';
    const { problems, placeOf } = loadChanged(replace(file, 'company: borel', 'company: borell'), replace(file, 'value: 250', 'value: 251'));
    expect(problems).toEqual([
      { file, ...placeOf(file, 'borell'), field: '0.company', what: expect.stringContaining('borell'), fix: expect.stringContaining('data/entities.yaml') },
      { file, ...placeOf(file, '251'), field: '0.measures.0.value', what: expect.stringContaining('251'), fix: expect.stringContaining('figure') },
    ]);
  });

  it('reports both malformed fields of one fact', () => {
    const file = 'data/facts/borel.yaml';
    const { problems, placeOf } = loadChanged(replace(file, 'firmness: reported', 'firmness: told'), replace(file, 'stance: reports', 'stance: sits'));
    expect(problems.map(({ line, column, field }) => ({ line, column, field }))).toEqual([
      { ...placeOf(file, 'told'), field: '0.firmness' },
      { ...placeOf(file, 'sits'), field: '0.stance' },
    ]);
  });

  it('reports the problems of several files together', () => {
    const { problems } = loadChanged(
      replace('data/entities.yaml', 'of: acme', 'of: acne'),
      replace('data/topics.yaml', '[layoff]', '[layof]'),
      replace('data/facts/acme.yaml', 'about: [jane-doe]', 'about: [john-doe]'),
      replace('data/facts/borel.yaml', 'topic: jobs-cut', 'topic: job-cuts'),
      replace('data/gaps/acme.yaml', 'company: acme', 'company: acne'),
      append('seeds/note.txt', 'x'),
    );
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'data/documents.yaml 2.sha256',
      'data/entities.yaml 2.role.of',
      'data/topics.yaml 0.concepts.0',
      'data/facts/acme.yaml 2.about.0',
      'data/facts/borel.yaml 0.topic',
      'data/gaps/acme.yaml 0.company',
    ]);
  });

  it('reports malformed files together with each other and with a wrong reference elsewhere', () => {
    const { problems } = loadChanged(
      replace('data/facts/borel.yaml', 'claimant: {kind: outlet}', 'claimant: {kind: outlets}'),
      put('data/abstention.json', '{"about": "x"}'),
      replace('data/facts/acme.yaml', 'about: [jane-doe]', 'about: [john-doe]'),
    );
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['data/facts/borel.yaml', 'data/abstention.json', 'data/facts/acme.yaml']));
  });

  it('reports a wrong reference also where entities.yaml is malformed in another place', () => {
    const { problems } = loadChanged(replace('data/entities.yaml', 'kind: person', 'kind: human'), replace('data/topics.yaml', '[layoff]', '[layof]'));
    expect(problems.map(({ file }) => file)).toEqual(['data/entities.yaml', 'data/topics.yaml']);
  });

  it('does not say that facts are not there when it could not read their file', () => {
    const { problems } = loadChanged(replace('data/facts/acme.yaml', 'firmness: conceded', 'firmness: admitted'));
    expect(problems.map(({ file }) => file)).toEqual(['data/facts/acme.yaml']);
  });

  it('says so when data/facts is no folder', () => {
    const { problems } = loadChanged(
      remove('data/facts/acme.yaml'),
      remove('data/facts/borel.yaml'),
      remove('data/gaps/acme.yaml'),
      put('data/gaps/acme.yaml', '[]'),
      put('data/facts', ''),
    );
    expect(problems.map(({ file }) => file)).toEqual(['data/facts/']);
  });

  it('says so when a folder stands where a file should', () => {
    expect(loadChanged(put('data/facts/more.yaml/x', '')).problems).toEqual([expect.objectContaining({ file: 'data/facts/more.yaml', what: 'is a folder' })]);
    expect(loadChanged(remove('data/topics.yaml'), put('data/topics.yaml/x', '')).problems).toEqual([
      expect.objectContaining({ file: 'data/topics.yaml', what: expect.stringContaining('is a folder') }),
    ]);
  });

  it('reports a wrong reference also where documents.yaml is malformed, and says nothing of the quotes', () => {
    const { problems } = loadChanged(replace('data/documents.yaml', 'language: en', 'language: de'), replace('data/topics.yaml', '[layoff]', '[layof]'));
    expect(problems.map(({ file }) => file)).toEqual(['data/documents.yaml', 'data/topics.yaml']);
  });

  it('does not pass over a .yml file in silence', () => {
    expect(loadChanged(put('data/facts/more.yml', '- id: broken')).problems).toContainEqual(expect.objectContaining({ file: 'data/facts/more.yml' }));
  });
});

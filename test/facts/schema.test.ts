import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { describeProblem } from '../../src/reading/problem.ts';
import { encode, loadChanged, put, replace, SMALL_PROJECT_FILES, writeSmallProject } from '../fixtures/small-project.ts';

const BOREL = 'data/facts/borel.yaml';

describe('a file that is not YAML', () => {
  it('is named, with the line and column, when a colon makes a quote a mapping', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'exact: licencie', 'exact: dit : licencie'));
    expect(problems).toEqual([
      { file: BOREL, ...placeOf(BOREL, 'dit : licencie'), field: '', what: expect.stringContaining('is not valid YAML'), fix: expect.stringContaining('YAML') },
    ]);
  });

  it('is named, with the line, when a key is given twice', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'topic: jobs-cut', 'topic: jobs-cut\n  topic: headcount'));
    expect(problems).toEqual([
      { file: BOREL, ...placeOf(BOREL, 'topic: headcount'), field: '', what: expect.stringMatching(/not valid YAML.*unique/i), fix: expect.any(String) },
    ]);
  });

  it('is named when a bracket is not closed', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'claimant: {kind: outlet}', 'claimant: {kind: outlet'));
    const { line } = placeOf(BOREL, 'claimant:');
    expect(problems[0]).toMatchObject({ file: BOREL, what: expect.stringContaining('is not valid YAML') });
    expect(problems[0]?.line).toBeOneOf([line, line + 1]);
  });

  it('is reported once for one unclosed bracket', () => {
    expect(loadChanged(replace(BOREL, 'claimant: {kind: outlet}', 'claimant: {kind: outlet')).problems).toHaveLength(1);
  });

  it('is reported with few problems for one tab', () => {
    expect(loadChanged(replace(BOREL, '  topic: jobs-cut', '\ttopic: jobs-cut')).problems.length).toBeLessThan(5);
  });

  it('is named with the line where the quotation mark that is not closed stands', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'en: Borel lays', 'en: "Borel lays'));
    expect(problems[0]).toMatchObject({ file: BOREL, line: placeOf(BOREL, '"Borel').line });
  });

  it('is named, and does not crash the program, when a value begins with an asterisk', () => {
    const { problems, placeOf } = loadChanged(replace('data/entities.yaml', '{en: Borel, fr: Borel}', '*borel'));
    expect(problems).toEqual([expect.objectContaining({ file: 'data/entities.yaml', line: placeOf('data/entities.yaml', '*borel').line })]);
  });

  it('is named, and does not crash the program, when its aliases multiply', () => {
    const list = (name: string, of: string) => `- &${name} [${Array.from({ length: 10 }, () => of).join(', ')}]\n`;
    const { problems } = loadChanged(put('data/gaps/acme.yaml', [list('a', 'x'), list('b', '*a'), list('c', '*b'), list('d', '*c'), list('e', '*d')].join('')));
    expect(problems).toContainEqual(expect.objectContaining({ file: 'data/gaps/acme.yaml' }));
  });

  it('is named when it is not UTF-8', () => {
    const { problems } = loadChanged(encode('data/topics.yaml', (text) => Buffer.from(text, 'latin1')));
    expect(problems).toEqual([
      expect.objectContaining({ file: 'data/topics.yaml', what: expect.stringMatching(/encod|UTF-8/), fix: expect.stringContaining('UTF-8') }),
    ]);
  });

  it('never makes loading throw, wherever a character is put or lost', () => {
    const names = SMALL_PROJECT_FILES.filter((name) => name.endsWith('.yaml'));
    const { folder } = writeSmallProject();
    expect(loadFactBase(folder).ok).toBe(true);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom('', '"', ':', '[', '}', '-', '|', '#', '\t', '\n', '\0', 'é', '!', '%', '@', '`', '&', '*', '?'),
        (file, place, character) => {
          const changed = loadChanged(
            encode(file, (bytes) => {
              const at = place % bytes.length;
              return Buffer.from(bytes.slice(0, at) + character + bytes.slice(at + 1));
            }),
          );
          for (const problem of changed.problems) expect(describeProblem(problem)).toMatch(/^(?:data|seeds)\/\S+?(?:: | \[).+ Fix: .+\.$/s);
        },
      ),
      { numRuns: 50, seed: 20 },
    );
  });
});

describe('a field that is not as it should be', () => {
  it.each([
    {
      sort: 'an unknown value for status',
      from: 'status: announced',
      by: 'status: rumoured',
      at: 'rumoured',
      field: '0.status',
      what: 'expected one of',
      fix: 'planned, announced, confirmed, effective, alleged',
    },
    {
      sort: 'an unknown sort of claimant',
      from: 'kind: outlet',
      by: 'kind: gossip',
      at: 'gossip',
      field: '0.claimant.kind',
      what: 'expected one of',
      fix: 'company-statement',
    },
    {
      sort: 'an unknown quantity',
      from: 'quantity: people-laid-off',
      by: 'quantity: folks',
      at: 'folks',
      field: '0.measures.0.quantity',
      what: 'expected one of',
      fix: 'people-laid-off',
    },
    {
      sort: 'an unknown operation',
      from: 'value: 30,',
      by: 'value: 30, operation: average,',
      at: 'average',
      field: '0.measures.1.operation',
      what: 'expected one of',
      fix: 'difference, sum, ratio',
    },
    {
      sort: 'an empty translation',
      from: 'fr: Borel licencie environ 250 personnes, soit 30 % de son effectif.',
      by: 'fr: ""',
      at: '""',
      field: '0.statement.fr',
      what: 'is empty',
      fix: 'correct this field',
    },
    {
      sort: 'an id with capitals',
      from: 'id: borel-cut',
      by: 'id: Borel Cut',
      at: 'Borel Cut',
      field: '0.id',
      what: 'is not an id',
      fix: 'correct this field',
    },
    { sort: 'text for a number', from: 'value: 250', by: 'value: many', at: 'many,', field: '0.measures.0.value', what: 'expected number', fix: 'number' },
    {
      sort: 'a date in another form',
      from: 'iso: 2024-03',
      by: 'iso: March 5',
      at: 'March 5',
      field: '0.date.iso',
      what: 'is not a date',
      fix: 'correct this field',
    },
  ])('is reported where it stands: $sort', ({ from, by, at, field, what, fix }) => {
    const { problems, placeOf } = loadChanged(replace(BOREL, from, by));
    expect(problems).toEqual([{ file: BOREL, ...placeOf(BOREL, at), field, what: expect.stringContaining(what), fix: expect.stringContaining(fix) }]);
  });

  it.each([
    {
      sort: 'a missing translation of the statement',
      from: '\n    fr: Borel licencie environ 250 personnes, soit 30 % de son effectif.',
      above: 'en: Borel lays off',
      field: '0.statement.fr',
      what: 'is missing',
    },
    {
      sort: 'missing French phrasings',
      from: '\n    fr: |\n      combien de personnes Borel licencie-t-il',
      above: 'en: |',
      field: '0.phrasings.fr',
      what: 'is missing',
    },
    { sort: 'a missing translation of the date', from: ', fr: mars 2024', above: '{iso: 2024-03', field: '0.date.fr', what: 'is missing' },
    { sort: 'a missing firmness', from: '\n  firmness: reported', above: 'id: borel-cut', field: '0.firmness', what: 'expected one of' },
    {
      sort: 'missing quotes',
      from: '\n  quotes:\n    - document: borel-cuts\n      exact: licencie environ 250 personnes, soit 30 % de son effectif',
      above: 'id: borel-cut',
      field: '0.quotes',
      what: 'expected',
    },
    {
      sort: 'a measure without a figure',
      from: 'value: 250, ',
      above: '{quantity: people-laid-off',
      field: '0.measures.0',
      what: 'has neither value nor min nor max',
    },
    {
      sort: 'a derived figure that does not say how',
      from: 'value: 30, unit: percent, basis: stated',
      by: 'value: 30, unit: percent, basis: derived',
      above: '{quantity: share-of-workforce',
      field: '0.measures.1',
      what: 'does not say how',
    },
  ])('is reported at what should hold it: $sort', ({ from, by, above, field, what }) => {
    const { problems, placeOf } = loadChanged(replace(BOREL, from, by ?? ''));
    expect(problems).toEqual([{ file: BOREL, ...placeOf(BOREL, above), field, what: expect.stringContaining(what), fix: expect.any(String) }]);
  });

  it.each([
    ['data/entities.yaml', 'name: {en: Borel, fr: Borel}', 'name: {en: Borel}', '{en: Borel}', '1.name.fr'],
    ['data/topics.yaml', '{en: headcount, fr: effectif}', '{fr: effectif}', '{fr: effectif}', '1.label.en'],
    ['data/documents.yaml', '{en: A note, fr: Une note}', '{en: A note}', '{en: A note}', '2.title.fr'],
    ['data/gaps/acme.yaml', '    en: The text gives no reason.\n', '', 'fr: Le texte', '0.statement.en'],
    ['data/concepts.yaml', '\n  fr: |\n    combien', '', 'id: how-many', '1.fr'],
  ])('is reported when %s lacks a translation', (file, from, by, at, field) => {
    const { problems, placeOf } = loadChanged(replace(file, from, by));
    expect(problems).toContainEqual({ file, ...placeOf(file, at), field, what: expect.stringContaining('is missing'), fix: expect.any(String) });
    expect(problems).toHaveLength(1);
  });

  it('names an unknown field, and how to get rid of it', () => {
    const { problems } = loadChanged(replace(BOREL, '  firmness: reported', '  firmnes: reported\n  firmness: reported'));
    expect(problems).toEqual([
      expect.objectContaining({ file: BOREL, what: expect.stringContaining('"firmnes"'), fix: expect.stringContaining('remove firmnes') }),
    ]);
  });

  it('gives the line of an unknown field', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, '  firmness: reported', '  firmnes: reported\n  firmness: reported'));
    expect(problems).toEqual([expect.objectContaining({ line: placeOf(BOREL, 'firmnes:').line, field: '0.firmnes' })]);
  });

  it('says that a missing field is missing', () => {
    const { problems } = loadChanged(replace(BOREL, '\n  firmness: reported', ''));
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringContaining('missing') })]);
  });

  it('says to put a bare year between quotation marks', () => {
    const { problems } = loadChanged(replace(BOREL, 'iso: 2024-03', 'iso: 2024'));
    expect(problems).toEqual([expect.objectContaining({ field: '0.date.iso', fix: expect.stringContaining('"2024"') })]);
  });

  it('is reported when there is no such month or day', () => {
    expect(loadChanged(replace(BOREL, 'iso: 2024-03', 'iso: 2024-13')).problems).toHaveLength(1);
  });

  it.each(['2024-00', '2023-02-29', '2024-04-31'])('is reported when there is no such day: %s', (iso) => {
    expect(loadChanged(replace(BOREL, 'iso: 2024-03', `iso: ${iso}`)).problems).toEqual([
      expect.objectContaining({ field: '0.date.iso', what: expect.stringContaining('is not a date') }),
    ]);
  });

  it('is reported when there are no phrasings', () => {
    expect(loadChanged(replace(BOREL, 'en: |\n      how many people does Borel lay off', 'en: ""')).problems).toHaveLength(1);
  });

  it('is spoken of in plain words when a file is empty', () => {
    const { problems } = loadChanged(put(BOREL, ''));
    expect(problems).toEqual([expect.objectContaining({ file: BOREL, what: expect.stringContaining('empty') })]);
  });

  it('is shown in the words of the file, not of a program', () => {
    const { problems } = loadChanged(replace(BOREL, 'unit: percent, ', ''), replace(BOREL, 'status: announced', 'status: rumoured'));
    expect(problems.map(({ what, fix }) => `${what} ${fix}`).join('\n')).not.toMatch(/Invalid option|as string|received undefined/);
  });
});

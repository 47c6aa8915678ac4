import { describe, expect, it } from 'vitest';
import { loadChanged, replace } from '../fixtures/small-project.ts';

const ACME = 'data/facts/acme.yaml';
const BOREL = 'data/facts/borel.yaml';
const GAPS = 'data/gaps/acme.yaml';

describe('a reference to something that is not there', () => {
  it.each([
    { sort: "a fact's company", file: BOREL, from: 'company: borel', by: 'company: boral', id: 'boral', field: '0.company', where: 'data/entities.yaml' },
    {
      sort: 'whom a fact is about',
      file: ACME,
      from: 'about: [jane-doe]',
      by: 'about: [john-doe]',
      id: 'john-doe',
      field: '2.about.0',
      where: 'data/entities.yaml',
    },
    { sort: "a fact's topic", file: BOREL, from: 'topic: jobs-cut', by: 'topic: job-cuts', id: 'job-cuts', field: '0.topic', where: 'data/topics.yaml' },
    { sort: 'who claims it', file: ACME, from: 'who: jane-doe', by: 'who: john-doe', id: 'john-doe', field: '2.claimant.who', where: 'data/entities.yaml' },
    {
      sort: 'a fact that another replaces',
      file: ACME,
      from: 'supersedes: [acme-before]',
      by: 'supersedes: [acme-bifore]',
      id: 'acme-bifore',
      field: '1.relations.supersedes.0',
      where: 'data/facts/',
    },
    {
      sort: 'a fact that another completes',
      file: ACME,
      from: 'supersedes: [acme-before]',
      by: 'completes: [acme-fall, acme-bifore]',
      id: 'acme-bifore',
      field: '1.relations.completes.1',
      where: 'data/facts/',
    },
    {
      sort: 'a fact that another disputes',
      file: ACME,
      from: 'supersedes: [acme-before]',
      by: 'disputes: [gap-acme-why]',
      id: 'gap-acme-why',
      field: '1.relations.disputes.0',
      where: 'data/facts/',
    },
    {
      sort: 'a fact that another explains',
      file: ACME,
      from: 'supersedes: [acme-before]',
      by: 'explains: [acme-bifore]',
      id: 'acme-bifore',
      field: '1.relations.explains.0',
      where: 'data/facts/',
    },
    {
      sort: 'an operand',
      file: ACME,
      from: 'operands: [acme-before, acme-after]',
      by: 'operands: [acme-before, acme-aftre]',
      id: 'acme-aftre',
      field: '2.measures.0.operands.1',
      where: 'facts',
    },
    { sort: "a gap's company", file: GAPS, from: 'company: acme', by: 'company: acne', id: 'acne', field: '0.company', where: 'data/entities.yaml' },
    { sort: "a gap's topic", file: GAPS, from: 'topic: jobs-cut', by: 'topic: job-cuts', id: 'job-cuts', field: '0.topic', where: 'data/topics.yaml' },
    {
      sort: 'the fact nearest to a gap',
      file: GAPS,
      from: 'nearest: [acme-fall]',
      by: 'nearest: [acme-before, acme-fell]',
      id: 'acme-fell',
      field: '0.nearest.1',
      where: 'data/facts/',
    },
    {
      sort: 'whose role a person has',
      file: 'data/entities.yaml',
      from: 'of: acme',
      by: 'of: acne',
      id: 'acne',
      field: '2.role.of',
      where: 'data/entities.yaml',
    },
    { sort: "a topic's concept", file: 'data/topics.yaml', from: '[layoff]', by: '[layof]', id: 'layof', field: '0.concepts.0', where: 'data/concepts.yaml' },
  ])('is reported where it stands: $sort', ({ file, from, by, id, field, where }) => {
    const { problems, placeOf } = loadChanged(replace(file, from, by));
    expect(problems).toEqual([{ file, ...placeOf(file, id), field, what: expect.stringContaining(id), fix: expect.stringContaining(where) }]);
  });

  it.each([
    ['outlet', 'outlet: daily-post\n  language: en', 'outlet: daily-pots\n  language: en'],
    ['original_outlet', 'outlet: daily-post\n  language: en', 'outlet: daily-post\n  original_outlet: daily-pots\n  language: en'],
  ])('is reported where it stands: the %s of a document', (field, from, by) => {
    const file = 'data/documents.yaml';
    const { problems, placeOf } = loadChanged(replace(file, from, by));
    expect(problems).toEqual([expect.objectContaining({ file, ...placeOf(file, 'daily-pots'), field: `0.${field}` })]);
  });
});

describe('an id that is there twice', () => {
  it.each([
    { sort: 'entities', file: 'data/entities.yaml', from: 'id: daily-post', id: 'jane-doe', second: 'jane-doe\n  kind: outlet', field: '3.id' },
    { sort: 'topics', file: 'data/topics.yaml', from: 'id: headcount', id: 'jobs-cut', second: 'jobs-cut\n  label: {en: headcount', field: '1.id' },
    { sort: 'concepts', file: 'data/concepts.yaml', from: 'id: how-many', id: 'layoff', second: 'layoff\n  sort: question', field: '1.id' },
    { sort: 'facts of one file', file: ACME, from: 'id: acme-fall', id: 'acme-after', second: 'acme-after\n  company: acme\n  topic: jobs-cut', field: '2.id' },
    { sort: 'facts of two files', file: BOREL, from: 'id: borel-cut', id: 'acme-fall', second: 'acme-fall\n  company: borel', field: '0.id' },
    { sort: 'a gap and a fact', file: GAPS, from: 'id: gap-acme-why', id: 'borel-cut', second: 'borel-cut\n  company: acme', field: '0.id' },
  ])('is reported at its second place: $sort', ({ file, from, id, second, field }) => {
    const { problems, placeOf } = loadChanged(replace(file, from, `id: ${id}`));
    expect(problems).toContainEqual({
      file,
      ...placeOf(file, second),
      field,
      what: expect.stringContaining(`${id} is there twice`),
      fix: expect.stringContaining('id of its own'),
    });
  });

  it('makes nothing wrong with the figures of the fact that had it first', () => {
    const { problems } = loadChanged(replace(BOREL, 'id: borel-cut', 'id: acme-after'));
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([`${BOREL} 0.id`]);
  });
});

describe('a phrasing that two facts share', () => {
  it.each([
    ['the very same', 'how many people did Acme lose'],
    ['with other capitals, spaces and punctuation', 'How many people did  ACME lose ?!'],
    ['that expects another answer', '+ how many people did Acme lose'],
  ])('is reported, and so is its first owner: %s', (_, line) => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'how many people does Borel lay off', line));
    expect(problems).toEqual([
      {
        file: BOREL,
        ...placeOf(BOREL, line),
        field: '0.phrasings.en',
        what: expect.stringMatching(/acme lose.*acme-fall/i),
        fix: expect.stringContaining('where it fits better'),
      },
    ]);
  });

  it('is reported between a fact and a gap', () => {
    const { problems } = loadChanged(replace(GAPS, 'why did Acme cut jobs', 'how many people does Borel lay off'));
    expect(problems).toEqual([expect.objectContaining({ file: GAPS, field: '0.phrasings.en', what: expect.stringContaining('borel-cut') })]);
  });

  it('is reported across the languages', () => {
    const { problems } = loadChanged(replace(BOREL, 'combien de personnes Borel licencie-t-il', 'did Acme cut jobs'));
    expect(problems).toEqual([expect.objectContaining({ file: BOREL, field: '0.phrasings.fr', what: expect.stringContaining('acme-fall') })]);
  });

  it('may stand twice in one fact', () => {
    expect(loadChanged(replace(BOREL, 'combien de personnes Borel licencie-t-il', 'how many people does Borel lay off')).problems).toEqual([]);
  });

  it('is reported with its own line', () => {
    const { problems, placeOf } = loadChanged(replace(ACME, '- did Acme hire people', 'how many people work at Acme now?'));
    expect(problems).toEqual([expect.objectContaining({ file: ACME, line: placeOf(ACME, 'at Acme now?').line })]);
  });
});

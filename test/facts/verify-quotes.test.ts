import { describe, expect, it } from 'vitest';
import { loadChanged, replace } from '../fixtures/small-project.ts';

const BOREL = 'data/facts/borel.yaml';
const QUOTE = 'exact: licencie environ 250 personnes, soit 30 % de son effectif';

describe('a quote', () => {
  it('that is changed by one letter is reported with the place where it differs', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, QUOTE, QUOTE.replace('son effectif', 'sen effectif')));
    expect(problems).toEqual([
      {
        file: BOREL,
        ...placeOf(BOREL, 'licencie environ 250 personnes, soit 30 % de sen'),
        field: '0.quotes.0.exact',
        what: expect.stringMatching(/does not stand in borel-cuts word for word: after “.*soit 30 % de s” it goes on “en effectif”, the document “on effectif/),
        fix: expect.stringContaining('seeds/borel.txt'),
      },
    ]);
  });

  it.each([
    ['a capital', 'Licencie environ 250 personnes'],
    ['a space in another width', 'licencie environ 250\u00a0personnes'],
    ['an apostrophe of another shape', "L'entreprise licencie environ 250 personnes"],
    ['an accent', 'licencié environ 250 personnes, soit 30 % de son effectif'],
    ['a word left out', 'licencie 250 personnes, soit 30 % de son effectif'],
    ['a line that the document breaks', '30 % de son effectif. Les salariés étaient prévenus. 250'],
  ])('that differs by %s is reported', (_, exact) => {
    const { problems } = loadChanged(replace(BOREL, QUOTE, `exact: "${exact}"`));
    expect(problems).toContainEqual(expect.objectContaining({ file: BOREL, field: '0.quotes.0.exact', what: expect.stringContaining('word for word') }));
  });

  it('that runs over the end of a line is found', () => {
    expect(loadChanged(replace(BOREL, QUOTE, 'exact: "licencie environ 250 personnes, soit 30 % de son effectif.\\nLes salariés"')).problems).toEqual([]);
  });

  it('that differs in its first letters is reported with the place where it differs', () => {
    const { problems } = loadChanged(replace(BOREL, QUOTE, QUOTE.replace('licencie', 'licemcie')));
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringMatching(/“mcie environ.*“ncie environ/) })]);
  });

  it('that stands in another document is reported with that document', () => {
    const { problems } = loadChanged(replace(BOREL, 'document: borel-cuts', 'document: acme-cuts'));
    expect(problems).toEqual([
      expect.objectContaining({
        file: BOREL,
        what: expect.stringMatching(/does not stand in acme-cuts, but in borel-cuts/),
        fix: expect.stringContaining('document: borel-cuts'),
      }),
    ]);
  });

  it('of a document that is not there is reported with those that are', () => {
    const { problems } = loadChanged(replace(BOREL, 'document: borel-cuts', 'document: boral-cuts'));
    expect(problems).toEqual([
      expect.objectContaining({ file: BOREL, what: expect.stringContaining('no document boral-cuts'), fix: expect.stringMatching(/acme-cuts.*borel-cuts/) }),
    ]);
  });

  it.each(['acme-cuts', 'boral-cuts'])('is reported at its `document`, where that is what has to be corrected: %s', (id) => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'document: borel-cuts', `document: ${id}`));
    expect(problems).toEqual([expect.objectContaining({ ...placeOf(BOREL, id), field: '0.quotes.0.document' })]);
  });

  it('is checked in every place of its fact', () => {
    const file = 'data/facts/acme.yaml';
    const { problems, placeOf } = loadChanged(replace(file, '“We regret it,” said Jane Doe', '“We regret it,” says Jane Doe'));
    expect(problems).toEqual([
      {
        file,
        ...placeOf(file, '“We regret it,” says'),
        field: '2.quotes.1.exact',
        what: expect.stringContaining('ys Jane Doe'),
        fix: expect.stringContaining('seeds/acme.txt'),
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { append, encode, loadChanged, put, remove, replace, sha256, updateSha256 } from '../fixtures/small-project.ts';

const METADATA = 'data/documents.yaml';
const NOTE = 'seeds/note.txt';

const toLatin1 = (text: string) => Buffer.from(text.replaceAll('’', "'"), 'latin1');
const withMark = (text: string) => Buffer.from(`\ufeff${text}`);

describe('a text in seeds/', () => {
  it('that is in Latin-1 is reported with the first line that shows it', () => {
    const { problems, placeOf } = loadChanged(encode(NOTE, toLatin1), updateSha256(NOTE));
    expect(problems).toEqual([
      {
        file: METADATA,
        ...placeOf(METADATA, 'note.txt'),
        field: '2.file',
        what: expect.stringMatching(/seeds\/note\.txt is not UTF-8.*line 1.*Latin-1/),
        fix: expect.stringContaining('UTF-8'),
      },
    ]);
  });

  it('is reported with the line of its first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('première ligne\nà côté\n'), Buffer.from([0xe9]), Buffer.from('té\n')]);
    const { problems } = loadChanged(put(NOTE, bytes), updateSha256(NOTE));
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringContaining('line 3') })]);
  });

  it('that begins with a byte-order mark is reported', () => {
    const { problems, placeOf } = loadChanged(encode(NOTE, withMark), updateSha256(NOTE));
    expect(problems).toEqual([
      {
        file: METADATA,
        ...placeOf(METADATA, 'note.txt'),
        field: '2.file',
        what: expect.stringMatching(/seeds\/note\.txt begins with a byte-order mark/),
        fix: expect.stringContaining('without a byte-order mark'),
      },
    ]);
  });

  it('that is changed by one byte is reported with the SHA-256 that it has', () => {
    const { problems, placeOf } = loadChanged(replace(NOTE, 'Rien', 'rien'));
    const hash = sha256('Une note de l’éditeur\nrien de plus à signaler.\n');
    const { line, column } = placeOf(METADATA, `sha256: ${sha256('Une note de l’éditeur\nRien de plus à signaler.\n')}`);
    expect(problems).toEqual([
      {
        file: METADATA,
        line,
        column: column + 'sha256: '.length,
        field: '2.sha256',
        what: expect.stringMatching(`seeds/note.txt.*${hash}`),
        fix: expect.stringContaining('restore the text'),
      },
    ]);
  });

  it('that has no metadata is reported with what to add', () => {
    const { problems } = loadChanged(put('seeds/new.txt', 'Brand new'));
    expect(problems).toEqual([
      {
        file: 'seeds/new.txt',
        line: null,
        column: null,
        field: '',
        what: expect.stringContaining('data/documents.yaml'),
        fix: expect.stringMatching(`id.*new.txt.*title.*outlet.*language.*${sha256('Brand new')}`),
      },
    ]);
  });

  it('that begins with a dot is none', () => {
    expect(loadChanged(put('seeds/.DS_Store', 'x')).problems).toEqual([]);
  });

  it.each([
    ['in Latin-1', [encode('seeds/borel.txt', toLatin1), updateSha256('seeds/borel.txt')]],
    ['with a byte-order mark', [encode('seeds/borel.txt', withMark), updateSha256('seeds/borel.txt')]],
    ['not there', [remove('seeds/borel.txt')]],
  ] as const)('that is quoted and is %s is reported', (_, changes) => {
    const { problems, placeOf } = loadChanged(...changes);
    expect(problems).toContainEqual(
      expect.objectContaining({ file: METADATA, ...placeOf(METADATA, 'borel.txt'), field: '1.file', what: expect.stringContaining('seeds/borel.txt') }),
    );
  });

  it.each([
    ['in Latin-1', [encode('seeds/borel.txt', toLatin1), updateSha256('seeds/borel.txt')]],
    ['with a byte-order mark', [encode('seeds/borel.txt', withMark), updateSha256('seeds/borel.txt')]],
    ['not there', [remove('seeds/borel.txt')]],
  ] as const)('that is quoted and is %s is not also reported as an unknown document at each quote', (_, changes) => {
    expect(loadChanged(...changes).problems).toHaveLength(1);
  });

  it('in a folder of its own is reported, and does not crash the program', () => {
    expect(loadChanged(put('seeds/more/new.txt', 'New')).problems).toEqual([expect.objectContaining({ file: 'seeds/more' })]);
  });
});

describe('metadata in data/documents.yaml', () => {
  it('without a text is reported', () => {
    const { problems, placeOf } = loadChanged(remove(NOTE));
    expect(problems).toEqual([
      {
        file: METADATA,
        ...placeOf(METADATA, 'note.txt'),
        field: '2.file',
        what: expect.stringContaining('no file seeds/note.txt'),
        fix: expect.stringContaining('remove this entry'),
      },
    ]);
  });

  it('with an id that is there twice is reported', () => {
    const { problems, placeOf } = loadChanged(replace(METADATA, 'id: editor-note', 'id: borel-cuts'));
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: METADATA,
        ...placeOf(METADATA, 'borel-cuts\n  file: note.txt'),
        field: '2.id',
        what: expect.stringContaining('borel-cuts is there twice'),
        fix: expect.any(String),
      }),
    );
  });

  it('with an id that is there twice makes nothing wrong with the first one’s quotes', () => {
    expect(loadChanged(replace(METADATA, 'id: editor-note', 'id: borel-cuts')).problems).toHaveLength(1);
  });

  it('with a text that another entry has is reported as that, and not as a file that is not there', () => {
    const { problems } = loadChanged(replace(METADATA, 'file: note.txt', 'file: acme.txt'));
    expect(problems).toContainEqual(expect.objectContaining({ field: '2.file', what: expect.not.stringContaining('there is no file') }));
  });

  it('in an unknown language is reported', () => {
    const { problems } = loadChanged(replace(METADATA, 'language: en', 'language: de'));
    expect(problems).toContainEqual(expect.objectContaining({ file: METADATA, field: '0.language', fix: expect.stringContaining('en, fr') }));
  });

  it('is reported with all the texts, when the folder seeds/ is not there', () => {
    const { problems } = loadChanged(...['acme', 'borel', 'note'].map((name) => remove(`seeds/${name}.txt`)));
    expect(problems[0]).toMatchObject({ file: 'seeds/', line: null, what: expect.stringContaining('cannot be read') });
    expect(problems.filter(({ file }) => file === METADATA).map(({ field }) => field)).toEqual(['0.file', '1.file', '2.file']);
  });

  it('is correct for two texts that were changed on purpose', () => {
    expect(loadChanged(append(NOTE, 'x'), updateSha256(NOTE), append('seeds/acme.txt', 'y'), updateSha256('seeds/acme.txt')).problems).toEqual([]);
  });
});

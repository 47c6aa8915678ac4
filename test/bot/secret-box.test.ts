import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSecretBox } from '../../src/bot/secret-box.ts';

const key = () => randomBytes(32).toString('base64');
const SECRET = 'xoxb-geheim-é-👍';

describe('a secret box', () => {
  it('gives back what was sealed, and shows nothing of it', () => {
    const box = makeSecretBox(key(), []);
    const sealed = box.seal(SECRET, 'slack:T1');
    expect(sealed).not.toContain('xoxb');
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(box.open(sealed, 'slack:T1')).toEqual({ secret: SECRET, stale: false });
  });

  it('seals the same secret differently each time', () => {
    const box = makeSecretBox(key(), []);
    expect(box.seal(SECRET, 'slack:T1')).not.toBe(box.seal(SECRET, 'slack:T1'));
  });

  it('takes a key in hexadecimal, too', () => {
    const bytes = randomBytes(32);
    const sealed = makeSecretBox(bytes.toString('hex'), []).seal(SECRET, 'a');
    expect(makeSecretBox(bytes.toString('base64'), []).open(sealed, 'a').secret).toBe(SECRET);
  });

  it('opens what an old key sealed, and says that it ought to be sealed anew', () => {
    const [before, after] = [key(), key()];
    const sealed = makeSecretBox(before, []).seal(SECRET, 'a');
    const rotated = makeSecretBox(after, [key(), before]);
    expect(rotated.open(sealed, 'a')).toEqual({ secret: SECRET, stale: true });
    const anew = rotated.seal(SECRET, 'a');
    expect(makeSecretBox(after, []).open(anew, 'a')).toEqual({ secret: SECRET, stale: false });
  });

  it('says which variable needs the key that is missing', () => {
    const sealed = makeSecretBox(key(), []).seal(SECRET, 'slack:T1');
    expect(() => makeSecretBox(key(), [key()]).open(sealed, 'slack:T1')).toThrow(
      expect.objectContaining({ code: 'NO_SUCH_KEY', message: expect.stringMatching(/slack:T1.*Put that key into ENCRYPTION_KEY_OLD/) }),
    );
  });

  it('refuses what was sealed for something else', () => {
    const box = makeSecretBox(key(), []);
    expect(() => box.open(box.seal(SECRET, 'slack:T1'), 'slack:T2')).toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
  });

  it.each([0, 1, 2, 3, 4])('refuses what was changed in its part %i', (part) => {
    const box = makeSecretBox(key(), []);
    const parts = box.seal(SECRET, 'a').split('.');
    const changed = parts.map((one, at) => (at === part ? `${one.startsWith('A') ? 'B' : 'A'}${one.slice(1)}` : one)).join('.');
    expect(() => box.open(changed, 'a')).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(SEALED_DAMAGED|NO_SUCH_KEY)$/) }));
  });

  it.each(['', 'v1', 'v1.', 'nonsense', 'v1.a.b.c.d'])('refuses what nobody sealed: %j', (sealed) => {
    expect(() => makeSecretBox(key(), []).open(sealed, 'a')).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(SEALED_DAMAGED|NO_SUCH_KEY)$/) }),
    );
  });

  it('refuses a shortened tag', () => {
    const box = makeSecretBox(key(), []);
    const [format, id, nonce, tag = '', sealed] = box.seal(SECRET, 'a').split('.');
    expect(() => box.open([format, id, nonce, tag.slice(0, 8), sealed].join('.'), 'a')).toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
  });

  it('refuses a key that is none, and says how to make one', () => {
    expect(() => makeSecretBox('short', [])).toThrow(/^ENCRYPTION_KEY does not hold 32 bytes.*openssl rand -base64 32/);
    expect(() => makeSecretBox(key(), ['short'])).toThrow(/^ENCRYPTION_KEY_OLD/);
  });
});

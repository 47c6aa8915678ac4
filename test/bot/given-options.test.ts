import { describe, expect, it } from 'vitest';
import type { CommandOption } from '../../src/bot/command.ts';
import { parseOptions } from '../../src/bot/given-options.ts';

const option = (name: string, kind: CommandOption['kind']): CommandOption => ({ name, kind, description: { en: name, fr: name }, required: false });
const parse = (text: string, ...options: readonly CommandOption[]) =>
  Object.fromEntries([...parseOptions(text, { options })].map(([name, words]) => [name, words.join('|')]));

describe('parseOptions', () => {
  const company = option('company', 'company');
  const topic = option('topic', 'text');
  const open = option('public', 'boolean');

  it('gives words without a name to the first option', () => {
    expect(parse('  stability   ai ', company)).toEqual({ company: 'stability ai' });
    expect(parse('', company)).toEqual({});
  });

  it('reads named options, up to the next name', () => {
    expect(parse('klarna topic:why now public:true', company, topic, open)).toEqual({ company: 'klarna', topic: 'why now', public: 'true' });
    expect(parse('--topic=why klarna', company, topic, open)).toEqual({ topic: 'why klarna' });
  });

  it('goes back to the first option behind a boolean', () => {
    expect(parse('--public klarna', company, open)).toEqual({ public: 'true', company: 'klarna' });
    expect(parse('public:false klarna', company, open)).toEqual({ public: 'false', company: 'klarna' });
  });

  it('hands on a name that the command does not have, so that it can be refused', () => {
    expect(parse('klarna --loud', company)).toEqual({ company: 'klarna', loud: 'true' });
    expect(parse('anything')).toEqual({ '': 'anything' });
  });

  it('leaves free text alone, except for the names of the command', () => {
    const question = option('question', 'text');
    expect(parse('Klarna: is it https://x.test or --what', question, open)).toEqual({ question: 'Klarna: is it https://x.test or --what' });
    expect(parse('why public:true', question, open)).toEqual({ question: 'why', public: 'true' });
  });
});

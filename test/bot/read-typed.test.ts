import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/bot/read-typed.ts';
import { startBot } from '../fixtures/start-bot.ts';

const { bot, base } = await startBot();

function read(text: string) {
  const typed = readTyped(text, bot.commands, (command, given) => bot.accepts(command, given));
  return typed.kind === 'command' ? { command: typed.name, ...Object.fromEntries([...typed.given].map(([name, [value]]) => [name, value])) } : typed;
}

describe('readTyped', () => {
  it('takes nothing at all for a wish for help', () => {
    for (const text of ['', '   ', '\n', 'public:true', ' --public ', 'question:', 'question:  public:true']) expect(read(text)).toEqual({ kind: 'help' });
  });

  it('reads a command with its options', () => {
    expect(read('company klarna')).toEqual({ command: 'company', company: 'klarna' });
    expect(read('COMPANY  Klarna')).toEqual({ command: 'company', company: 'Klarna' });
    expect(read('compare klarna and fiverr')).toEqual({ command: 'compare', company: 'klarna and fiverr' });
    expect(read('reload apply:true')).toEqual({ command: 'reload', apply: 'true' });
    expect(read('ask why did Klarna cut jobs?')).toEqual({ command: 'ask', question: 'why did Klarna cut jobs?' });
    expect(read('list')).toEqual({ command: 'list' });
  });

  it('runs a command that lacks something, so that it says what', () => {
    expect(read('company')).toEqual({ command: 'company' });
    expect(read('ask')).toEqual({ command: 'ask' });
  });

  it('does not mind marks after a command’s name', () => {
    for (const text of ['help?', 'Help!', 'help…', 'help!?']) expect(read(text)).toEqual({ command: 'help' });
    expect(read('list.')).toEqual({ command: 'list' });
  });

  it('takes for a question what only begins with a command’s name', () => {
    for (const text of [
      'company cars at Klarna?',
      'list the companies that laid people off',
      'status of Klarna',
      'help me',
      'reload now',
      'timeline of layoffs',
    ]) {
      expect(read(text)).toEqual({ kind: 'question', text, public: false });
    }
  });

  it('takes for a question what is marked as one', () => {
    expect(read('question: list')).toEqual({ kind: 'question', text: 'list', public: false });
    expect(read('question:why?')).toEqual({ kind: 'question', text: 'why?', public: false });
  });

  it('takes a single word that is nearly a command’s name for it', () => {
    for (const text of ['halp', 'hepl', 'lsit', 'lists', 'compny', 'compere', 'timline', 'sourcse', 'relaod', 'staus', 'compny?'])
      expect(read(text)).toEqual({ command: text.replace('?', '') });
  });

  it('takes other single words for questions: greetings, and companies whatever their name', () => {
    const names = [...base.entities.values()].flatMap(({ name }) => [name.en, name.fr]);
    const words = ['hello', 'Dell', 'Lyft', 'Wish', 'Hulu', 'Elop', 'upload', 'load', 'ok', 'why?', 'hi', '?', '😀'];
    for (const text of [...names, ...words]) expect(read(text)).toEqual({ kind: 'question', text, public: false });
    expect(names.length).toBeGreaterThan(50);
  });

  it('takes several words for a question, mistyped or not', () => {
    expect(read('compny klarna')).toEqual({ kind: 'question', text: 'compny klarna', public: false });
  });

  it('sees wherever it stands that the answer is for all', () => {
    for (const mark of ['public:true', 'PUBLIC:True', 'public:yes', 'public:oui', 'public=1', '--public', '--public=on', 'public:true public:true']) {
      expect(read(`why did Klarna cut jobs? ${mark}`)).toEqual({ kind: 'question', text: 'why did Klarna cut jobs?', public: true });
      expect(read(`${mark} list`)).toEqual({ command: 'list', public: 'true' });
      expect(read(`company ${mark} klarna`)).toEqual({ command: 'company', company: 'klarna', public: 'true' });
    }
  });

  it('sees that it is not, and keeps that out of the question', () => {
    for (const mark of ['public:false', 'public:non', 'public=0', '--public=no', 'public:true public:false']) {
      expect(read(`why did Klarna cut jobs? ${mark}`)).toEqual({ kind: 'question', text: 'why did Klarna cut jobs?', public: false });
      expect(read(`list ${mark}`)).toEqual({ command: 'list' });
    }
  });

  it('leaves words that only contain it alone', () => {
    for (const text of ['is Klarna public: yes or no?', 'is it republic:true?', 'public:truely?', 'Was the public told?']) {
      expect(read(text)).toEqual({ kind: 'question', text, public: false });
    }
  });
});

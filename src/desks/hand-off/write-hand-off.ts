import { type Action, writeAction } from '../../bot/action.ts';
import { lead, plainReply } from '../../bot/say.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { HandOff } from '../../state/hand-off.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { ASKER_TEXTS, EDITOR_TEXTS } from './hand-off-texts.ts';

const MOST_FACTS = 5;

/** What editors see of a question, and of what has become of it. */
export function writeForEditors(handOff: HandOff, language: Language, version: string, closer: string | null = null): Reply {
  const texts = EDITOR_TEXTS[language];
  const { question, found, response } = handOff;
  const waits = handOff.status === 'open' || handOff.status === 'taken';
  const blocks: Block[] = [
    lead(statusOf(handOff, language, closer)),
    plain(question === null ? texts.forgotten : texts.question(question, languageOf(handOff))),
    ...(found === null || found === '' ? [] : [plain(`${texts.found} ${found}`)]),
    ...(handOff.facts.length === 0 ? [] : [small(texts.facts(handOff.facts.slice(0, MOST_FACTS)))]),
    handOff.link === null ? small(texts.privately) : { kind: 'link', label: texts.link, url: handOff.link },
    ...(response === null ? [] : [plain(texts.response(response))]),
    ...(handOff.status === 'answered' && handOff.deliveredAt === null ? [small(texts.undelivered)] : []),
    ...(waits ? [small(texts.how)] : []),
    ...buttonsOf(handOff, language),
  ];
  return plainReply(blocks, language, version);
}

function statusOf({ status, takenByName }: HandOff, language: Language, closer: string | null): string {
  const texts = EDITOR_TEXTS[language].status;
  if (status === 'taken') return texts.taken(takenByName);
  if (status === 'answered') return texts.answered(takenByName);
  return status === 'closed' ? texts.closed(closer) : texts.open;
}

function buttonsOf({ id, status }: HandOff, language: Language): Block[] {
  const texts = EDITOR_TEXTS[language];
  const button = (label: string, action: Action, style: 'plain' | 'primary' = 'plain') => ({ label, action: writeAction(action) ?? '', style });
  const take = button(texts.take, { kind: 'take', handOff: id });
  const respond = button(texts.respond, { kind: 'respond', handOff: id }, 'primary');
  const close = button(texts.close, { kind: 'close', handOff: id });
  if (status === 'open') return [{ kind: 'buttons', buttons: [take, respond, close] }];
  if (status === 'taken') return [{ kind: 'buttons', buttons: [respond, close] }];
  return status === 'answered' ? [{ kind: 'buttons', buttons: [close] }] : [];
}

/** A human's answer, for whoever asked. It rests on no version of the data. */
export function writeResponse(handOff: HandOff): Reply {
  const texts = ASKER_TEXTS[languageOf(handOff)];
  return writeToAsker(handOff, lead(texts.answered(handOff.editorName)), plain(handOff.response ?? ''));
}

/** Below what was asked, unless that can be seen right above. */
export function writeToAsker(handOff: HandOff, ...blocks: readonly Block[]): Reply {
  const language = languageOf(handOff);
  const { question, thread, direct } = handOff;
  const repeated = question === null || (thread !== null && !direct) ? [] : [small(ASKER_TEXTS[language].question(question))];
  const [first, ...rest] = blocks;
  return plainReply([...(first === undefined ? [] : [first]), ...repeated, ...rest], language, '');
}

export function languageOf({ language }: HandOff): Language {
  return LANGUAGES.find((one) => one === language) ?? 'en';
}

function plain(text: string): Block {
  return { kind: 'text', text, tone: 'plain' };
}

function small(text: string): Block {
  return { kind: 'text', text, tone: 'small' };
}

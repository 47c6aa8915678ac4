import { writeAction } from '../../bot/action.ts';
import type { Entries, Visit } from '../../bot/desk.ts';
import type { Person } from '../../bot/incoming.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import { lead, sayTo } from '../../bot/say.ts';
import type { Form } from '../../reply/form.ts';
import type { Changed, Editor, HandOff } from '../../state/hand-off.ts';
import { LONGEST_RESPONSE } from '../../state/hand-off-store.ts';
import { StateError } from '../../state/state-error.ts';
import type { Language } from '../../text/language.ts';
import type { HandOffParts } from './hand-off-parts.ts';
import { ASKER_TEXTS, EDITOR_TEXTS } from './hand-off-texts.ts';
import { deliverResponse, destinationOf, editorsLanguage, quietly, showToEditors, tellEditors } from './post-hand-off.ts';
import { languageOf, writeForEditors, writeToAsker } from './write-hand-off.ts';

const TEXT = 'text';
const SIGN = 'sign';
const BY_NAME = 'name';

export async function takeHandOff(id: string, visit: Visit, parts: HandOffParts): Promise<Outgoing> {
  if ((await findHere(id, visit, parts)) === null) return gone(visit);
  const taken = await parts.store.take(id, await editorOf(visit));
  return taken.ok ? showInstead(taken.handOff, parts) : sayTo(visit, lead(whoWasFirst(taken, visit.language)));
}

export async function openResponseForm(id: string, visit: Visit, parts: HandOffParts): Promise<Outgoing> {
  const handOff = await findHere(id, visit, parts);
  if (handOff === null) return gone(visit);
  if (!isWaiting(handOff)) return sayTo(visit, lead(whoWasFirst({ handOff }, visit.language)));
  return { kind: 'form', form: responseForm(handOff, visit) };
}

/** What another editor has taken can be answered all the same, but not without knowing. */
function responseForm({ id, takenBy, takenByName }: HandOff, { language, incoming }: Visit): Form {
  const texts = EDITOR_TEXTS[language].form;
  const help = takenBy === null || takenBy === incoming.place.person ? texts.help : texts.takenBy(takenByName);
  const text = { kind: 'text', id: TEXT, label: texts.text, help, required: true, long: true, value: '', maxLength: LONGEST_RESPONSE } as const;
  const choices = [
    { value: 'team', label: texts.asTeam },
    { value: BY_NAME, label: texts.byName },
  ];
  const sign = { kind: 'choice', id: SIGN, label: texts.sign, help: null, required: true, choices, value: 'team' } as const;
  const fields = incoming.person.name === undefined ? [text] : [text, sign];
  return { title: texts.title, submit: texts.submit, action: writeAction({ kind: 'respond', handOff: id }) ?? '', fields };
}

export async function takeResponse(id: string, entries: Entries, visit: Visit, parts: HandOffParts): Promise<Outgoing> {
  if ((await findHere(id, visit, parts)) === null) return gone(visit);
  const text = (entries.get(TEXT)?.[0] ?? '').trim();
  if (text === '') return sayTo(visit, lead(EDITOR_TEXTS[visit.language].empty));
  const answered = await parts.store.answer(id, await editorOf(visit), text, entries.get(SIGN)?.[0] === BY_NAME);
  if (!answered.ok) return tooLate(answered, text, visit);
  return showInstead(await bringHome(answered.handOff, parts), parts);
}

/** What is written under a question is its answer; what comes after it is talk among editors. */
export async function hearResponse(under: string, written: string, visit: Visit, parts: HandOffParts): Promise<Outgoing | null> {
  const { place, request } = visit.incoming;
  const handOff = await findPosted(under, visit, parts);
  const text = written.trim();
  if (handOff === null || text === '' || (request.kind !== 'remark' && request.kind !== 'question')) return null;
  if (!isWaiting(handOff)) return request.kind === 'remark' ? null : sayTo(visit, lead(whoWasFirst({ handOff }, visit.language)));
  const answered = await parts.store.answer(handOff.id, { id: place.person, name: (await editorOf(visit)).name }, text, false);
  if (!answered.ok) return tooLate(answered, text, visit);
  const brought = await bringHome(answered.handOff, parts);
  await showToEditors(brought, parts);
  const texts = EDITOR_TEXTS[visit.language];
  return sayTo(visit, lead(brought.deliveredAt === null ? texts.notDelivered : texts.sent));
}

/** While the database is away, whoever answers a question is told so; whoever talks about something else in that channel is not bothered. */
async function findPosted(under: string, { incoming: { place, request } }: Visit, { store, posted }: HandOffParts): Promise<HandOff | null> {
  try {
    return await store.findPosted(place.platform, place.channel, under);
  } catch (error) {
    if (error instanceof StateError && request.kind === 'remark' && !posted.hasMessage(place, under)) return null;
    throw error;
  }
}

export async function closeHandOff(id: string, visit: Visit, parts: HandOffParts): Promise<Outgoing> {
  const before = await findHere(id, visit, parts);
  if (before === null) return gone(visit);
  const closed = await parts.store.close(id);
  if (!closed.ok) return sayTo(visit, lead(whoWasFirst(closed, visit.language)));
  // Nobody is to wait for an answer that will not come; afterwards, it is no longer known who asked.
  if (closed.handOff.answeredAt === null) {
    const reply = writeToAsker(before, lead(ASKER_TEXTS[languageOf(before)].closed));
    await quietly('whoever asked could not be told that it was closed', parts, before.platform, (messenger) => messenger.post(destinationOf(before), reply));
  }
  return showInstead(closed.handOff, parts, (await editorOf(visit)).name);
}

/** @returns how it stands then */
async function bringHome(handOff: HandOff, parts: HandOffParts): Promise<HandOff> {
  if (await deliverResponse(handOff, parts)) return { ...handOff, deliveredAt: handOff.answeredAt };
  await tellEditors(handOff, parts, lead(EDITOR_TEXTS[editorsLanguage(handOff, parts)].notDelivered));
  return handOff;
}

/** Null for those who are not where its editors are. */
async function findHere(id: string, { incoming: { place } }: Visit, { store }: HandOffParts): Promise<HandOff | null> {
  const handOff = await store.find(id);
  return handOff?.platform === place.platform && handOff.editorsChannel === place.channel ? handOff : null;
}

function isWaiting({ status }: HandOff): boolean {
  return status === 'open' || status === 'taken';
}

async function editorOf({ incoming: { person, place } }: Visit): Promise<Editor> {
  return { id: place.person, name: await nameOf(person) };
}

/** A name is not worth failing for. */
async function nameOf({ name }: Person): Promise<string | null> {
  const called = await name?.().catch(() => null);
  return called === undefined || called === '' ? null : called;
}

function showInstead(handOff: HandOff, parts: HandOffParts, closer: string | null = null): Outgoing {
  return { kind: 'replace', reply: writeForEditors(handOff, editorsLanguage(handOff, parts), parts.version(), closer) };
}

function tooLate(changed: Changed, text: string, visit: Visit): Outgoing {
  return sayTo(visit, lead(whoWasFirst(changed, visit.language)), { kind: 'text', tone: 'plain', text: EDITOR_TEXTS[visit.language].yours(text) });
}

function whoWasFirst({ handOff }: Pick<Changed, 'handOff'>, language: Language): string {
  const texts = EDITOR_TEXTS[language];
  switch (handOff?.status) {
    case 'taken':
      return texts.takenBefore(handOff.takenByName);
    case 'answered':
      return texts.answeredBefore(handOff.takenByName);
    case 'closed':
      return texts.closedBefore;
    default:
      return texts.gone;
  }
}

function gone(visit: Visit): Outgoing {
  return sayTo(visit, lead(EDITOR_TEXTS[visit.language].gone));
}

import { type Action, writeAction } from '../../bot/action.ts';
import type { Desk, Visit } from '../../bot/desk.ts';
import { echoTyped } from '../../bot/echo-typed.ts';
import type { Library } from '../../bot/library.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import { RECEPTION_TEXTS } from '../../bot/reception-texts.ts';
import { lead, sayTo } from '../../bot/say.ts';
import { isDoneWithin } from '../../bot/within.ts';
import type { Log } from '../../log.ts';
import type { Button } from '../../reply/reply.ts';
import { decideGap } from '../../state/decide-gap.ts';
import type { GapGroup, GapStatus } from '../../state/gap-records.ts';
import { findGap } from '../../state/read-gaps.ts';
import type { State } from '../../state/state.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { GAP_TEXTS } from './gap-texts.ts';

/** A form has to be there in three seconds: without suggestions, if they take longer than that. */
const PATIENCE_MS = 1_000;
const FACT = 'fact';
const LONGEST_ID = 100;
const LONGEST_HELP = 100;
const LONGEST_ECHO = 80;

export type GapDeskParts = { readonly state: State; readonly library: () => Library; readonly log: Log };
type GapAction = Extract<Action, { kind: 'gap' }>;

/** Where those who look after the bot decide on questions that had no answer. */
export function openGapDesk({ state, library, log }: GapDeskParts): Desk {
  const find = (likeness: string) => state.read((database) => findGap(likeness, database));

  async function mayDecide({ incoming, person }: Visit): Promise<boolean> {
    if (await incoming.person.isAdmin()) return true;
    log.warn({ platform: incoming.platform, person, action: 'gap' }, 'refused: not an admin');
    return false;
  }

  async function askForFact(likeness: string, { language }: Visit): Promise<Outgoing> {
    let nearest: readonly string[] = [];
    const found = find(likeness).then((group) => {
      nearest = nearestIn(library(), group);
    });
    await isDoneWithin(PATIENCE_MS, found);
    const { form, help } = GAP_TEXTS[language];
    const action = writeAction({ kind: 'gap', likeness, status: 'answered' }) ?? '';
    const value = nearest[0] ?? '';
    const field = {
      kind: 'text',
      id: FACT,
      label: form.label,
      help: shortest(help, nearest),
      required: true,
      long: false,
      value,
      maxLength: LONGEST_ID,
    } as const;
    return { kind: 'form', form: { title: form.title, submit: form.submit, action, fields: [field] } };
  }

  /** @param fact that answers, where one does */
  async function decide(group: GapGroup, status: GapStatus, fact: string | null, visit: Visit): Promise<Outgoing> {
    const texts = GAP_TEXTS[visit.language];
    if (!(await decideGap(group.likeness, status, fact, state))) return sayTo(visit, lead(texts.gone));
    const question = quoteQuestion(group, visit.language);
    if (status === 'open') return sayTo(visit, lead(texts.open(question)));
    const told = status === 'answered' ? texts.answered(question, fact ?? '') : texts.declined(question);
    return sayTo(visit, lead(told), { kind: 'buttons', buttons: [button(texts.reopen, { kind: 'gap', likeness: group.likeness, status: 'open' })] });
  }

  /** By the fact that the bot itself answers with by now. */
  function acceptFound(group: GapGroup, visit: Visit): Promise<Outgoing> | Outgoing {
    const fact = factFor(group, library());
    if (fact === null) return sayTo(visit, lead(GAP_TEXTS[visit.language].notAnswered(quoteQuestion(group, visit.language))));
    return decide(group, 'answered', fact, visit);
  }

  function refuseFact(typed: string, group: GapGroup, visit: Visit): Outgoing {
    const texts = GAP_TEXTS[visit.language];
    const nearest = nearestIn(library(), group);
    return sayTo(
      visit,
      lead(texts.noFact(echoTyped(typed), visit.version)),
      ...(nearest.length === 0 ? [] : [{ kind: 'text', tone: 'plain', text: texts.near(nearest) } as const]),
      { kind: 'buttons', buttons: [button(texts.again, { kind: 'gap', likeness: group.likeness, status: 'answered' })] },
    );
  }

  async function press({ likeness, status }: GapAction, visit: Visit): Promise<Outgoing | null> {
    if (status !== 'answered' && status !== 'declined' && status !== 'open' && status !== 'found') return null;
    if (!(await mayDecide(visit))) return sayTo(visit, lead(RECEPTION_TEXTS[visit.language].adminsOnly));
    if (status === 'answered') return askForFact(likeness, visit);
    const group = await find(likeness);
    if (group === null) return sayTo(visit, lead(GAP_TEXTS[visit.language].gone));
    return status === 'found' ? acceptFound(group, visit) : decide(group, status, null, visit);
  }

  async function submit({ likeness, status }: GapAction, typed: string, visit: Visit): Promise<Outgoing | null> {
    if (status !== 'answered') return null;
    if (!(await mayDecide(visit))) return sayTo(visit, lead(RECEPTION_TEXTS[visit.language].adminsOnly));
    const group = await find(likeness);
    if (group === null) return sayTo(visit, lead(GAP_TEXTS[visit.language].gone));
    const fact = typed.trim().toLowerCase();
    return library().statement(fact, visit.language) === null ? refuseFact(typed, group, visit) : decide(group, 'answered', fact, visit);
  }

  return {
    press: async (action, visit) => (action.kind === 'gap' ? press(action, visit) : null),
    submit: async (action, entries, visit) => (action.kind === 'gap' ? submit(action, entries.get(FACT)?.[0] ?? '', visit) : null),
  };
}

/** The first of the facts that the bot answers with by now. */
function factFor({ questions }: GapGroup, library: Library): string | null {
  for (const { text, language } of questions) {
    const [fact] = library.answeredWith(text, LANGUAGES.find((one) => one === language) ?? 'en');
    if (fact !== undefined) return fact;
  }
  return null;
}

function nearestIn(library: Library, group: GapGroup | null): string[] {
  return (group?.nearest ?? []).filter((fact) => library.statement(fact, 'en') !== null);
}

/** As many of the nearest as there is room for. */
function shortest(help: (nearest: readonly string[]) => string, nearest: readonly string[]): string {
  for (let count = nearest.length; count > 0; count--) {
    const text = help(nearest.slice(0, count));
    if (text.length <= LONGEST_HELP) return text;
  }
  return help([]);
}

function quoteQuestion({ questions }: GapGroup, language: Language): string {
  const asked = questions.find((one) => one.language === language) ?? questions[0];
  if (asked === undefined) return GAP_TEXTS[language].forgotten;
  const short = [...asked.text];
  const text = short.length > LONGEST_ECHO ? `${short.slice(0, LONGEST_ECHO).join('')}…` : asked.text;
  return language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

function button(label: string, action: Action): Button {
  return { label, action: writeAction(action) ?? '', style: 'plain' };
}

import type { Log } from '../../log.ts';
import type { Action } from '../action.ts';
import type { Desk, Visit } from '../desk.ts';
import { RECEPTION_TEXTS } from '../reception-texts.ts';
import { lead, replaceFor, sayTo } from '../say.ts';
import type { Decider } from './archive.ts';
import type { EditionKeeper } from './edition-keeper.ts';
import { RELOAD_TEXTS } from './reload-texts.ts';

type Decision = Extract<Action, { readonly kind: 'apply' | 'cancel' | 'rollback' }>;

/** Where those who look after the bot decide on a version that was shown to them. */
export function openReloadDesk(editions: EditionKeeper, log: Log): Desk {
  return {
    press: async (action, visit) => {
      if (action.kind !== 'apply' && action.kind !== 'cancel' && action.kind !== 'rollback') return null;
      const { incoming, language } = visit;
      if (!(await incoming.person.isAdmin())) {
        log.warn({ platform: incoming.platform, person: visit.person, action: action.kind }, 'refused: not an admin');
        return sayTo(visit, lead(RECEPTION_TEXTS[language].adminsOnly));
      }
      const text = await carryOut(action, visit, editions);
      return replaceFor(visit, lead(text));
    },
  };
}

async function carryOut(decision: Decision, { incoming, person, language, version }: Visit, editions: EditionKeeper): Promise<string> {
  const texts = RELOAD_TEXTS[language];
  const by = { id: incoming.person.id, person };
  switch (decision.kind) {
    case 'cancel':
      editions.dropPrepared(decision.version);
      return texts.cancelled(version);
    case 'apply': {
      const applied = await editions.applyPrepared(decision.version, by);
      if (applied.kind === 'outdated') return texts.outdated(version);
      return applied.kind === 'moved' ? texts.moved(applied.to) : texts.applied(version, decision.version);
    }
    case 'rollback':
      return rollBack(decision, by, texts, editions);
  }
}

type Rollback = Extract<Action, { readonly kind: 'rollback' }>;

async function rollBack({ version, from }: Rollback, by: Decider, texts: (typeof RELOAD_TEXTS)['en' | 'fr'], editions: EditionKeeper): Promise<string> {
  const outcome = await editions.rollBack(version, by, true, from);
  if (outcome === null) return texts.notKept(version);
  if (!outcome.ok) return texts.unusable(version, outcome.version);
  return outcome.meanwhile === null ? texts.applied(from, version) : texts.moved(outcome.meanwhile);
}

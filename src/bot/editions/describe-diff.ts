import type { FactBaseDiff } from '../../facts/diff-fact-bases.ts';
import type { Block } from '../../reply/reply.ts';
import type { Language } from '../../text/language.ts';

/** More ids than this are counted, not named. */
const MOST_NAMED = 15;

const TEXTS = {
  en: {
    besides: 'No fact and no gap has changed; something else in the data has.',
    facts: 'Facts',
    gaps: 'Gaps (what the documents do not say)',
    kinds: {
      added: (count: number) => `added (${count}): `,
      changed: (count: number) => `changed (${count}): `,
      removed: (count: number) => `removed (${count}): `,
    },
    more: (count: number) => `and ${count} more`,
  },
  fr: {
    besides: 'Aucun fait ni aucune lacune n’a changé ; autre chose dans les données, oui.',
    facts: 'Faits',
    gaps: 'Lacunes (ce que les documents ne disent pas)',
    kinds: {
      added: (count: number) => `ajouts (${count}) : `,
      changed: (count: number) => `modifications (${count}) : `,
      removed: (count: number) => `retraits (${count}) : `,
    },
    more: (count: number) => `et ${count} de plus`,
  },
} as const;

/** What differs between two versions; nothing where it is one. */
export function describeDiff({ from, to, facts, gaps }: FactBaseDiff, language: Language): Block[] {
  const texts = TEXTS[language];
  const changes = [...listChanges(texts.facts, facts, language), ...listChanges(texts.gaps, gaps, language)];
  return from !== to && changes.length === 0 ? [{ kind: 'text', tone: 'plain', text: texts.besides }] : changes;
}

function listChanges(heading: string, changes: FactBaseDiff['facts'], language: Language): Block[] {
  const { kinds, more } = TEXTS[language];
  const items = (['added', 'changed', 'removed'] as const)
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => `${kinds[kind](changes[kind].length)}${nameSome(changes[kind], more)}`);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', ordered: false, items },
  ];
}

function nameSome(ids: readonly string[], more: (count: number) => string): string {
  const rest = ids.length - MOST_NAMED;
  return rest > 0 ? `${ids.slice(0, MOST_NAMED).join(', ')} ${more(rest)}` : ids.join(', ');
}

import type { Command, CommandContext } from '../src/bot/command.ts';

/** More ids than this are counted, not named. */
const MOST_NAMED = 15;

const TEXTS = {
  en: {
    done: (from: string, to: string) => (from === to ? `Reloaded: nothing has changed (version ${to}).` : `Reloaded: version ${from} → ${to}.`),
    failed: (version: string, count: number) =>
      `Not reloaded: ${count === 1 ? 'there is a problem' : `there are ${count} problems`}. I go on with version ${version}.`,
    ready: (from: string, to: string) => `Loaded and verified beside version ${from}, which goes on answering: version ${to}.`,
    apply: 'Apply',
    cancel: 'Cancel',
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
    done: (from: string, to: string) => (from === to ? `Rechargé : rien n’a changé (version ${to}).` : `Rechargé : version ${from} → ${to}.`),
    failed: (version: string, count: number) =>
      `Pas rechargé : ${count === 1 ? 'il y a un problème' : `il y a ${count} problèmes`}. Je continue avec la version ${version}.`,
    ready: (from: string, to: string) => `Version ${to} chargée et vérifiée à côté de la version ${from}, qui continue de répondre.`,
    apply: 'Appliquer',
    cancel: 'Annuler',
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

export const reload = {
  name: 'reload',
  description: {
    en: 'Load the documents and facts anew, and say what changed',
    fr: 'Recharger les documents et les faits, et dire ce qui a changé',
  },
  options: [
    {
      name: 'apply',
      description: { en: 'go over to the new version at once, without asking', fr: 'passer à la nouvelle version tout de suite, sans demander' },
      kind: 'boolean',
      required: false,
    },
  ],
  admin: true,
  run: async (context, values) => {
    const texts = TEXTS[context.language];
    const outcome = await context.reload(values.has('apply') || !context.buttons);
    if (!outcome.ok) {
      return [
        { kind: 'text', tone: 'lead', text: texts.failed(outcome.version, outcome.problems.length) },
        { kind: 'list', ordered: false, items: outcome.problems },
      ];
    }
    const { diff, applied } = outcome;
    const facts = listChanges(texts.facts, diff.facts, texts);
    const gaps = listChanges(texts.gaps, diff.gaps, texts);
    const besides = diff.from !== diff.to && facts.length + gaps.length === 0 ? [{ kind: 'text', tone: 'plain', text: texts.besides } as const] : [];
    if (applied || diff.from === diff.to) return [{ kind: 'text', tone: 'lead', text: texts.done(diff.from, diff.to) }, ...besides, ...facts, ...gaps];
    return [{ kind: 'text', tone: 'lead', text: texts.ready(diff.from, diff.to) }, ...besides, ...facts, ...gaps, decision(diff.to, context, texts)];
  },
} satisfies Command;

function decision(version: string, { action }: CommandContext, texts: (typeof TEXTS)['en' | 'fr']) {
  const apply = { label: texts.apply, action: action({ kind: 'apply', version }), style: 'primary' } as const;
  const cancel = { label: texts.cancel, action: action({ kind: 'cancel', version }), style: 'plain' } as const;
  return { kind: 'buttons', buttons: [apply, cancel] } as const;
}

type Changes = { readonly added: readonly string[]; readonly changed: readonly string[]; readonly removed: readonly string[] };

function listChanges(heading: string, changes: Changes, texts: (typeof TEXTS)['en' | 'fr']) {
  const kinds = ['added', 'changed', 'removed'] as const;
  const items = kinds
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => `${texts.kinds[kind](changes[kind].length)}${nameSome(changes[kind], texts.more)}`);
  return items.length === 0 ? [] : [{ kind: 'heading', text: heading } as const, { kind: 'list', ordered: false, items } as const];
}

function nameSome(ids: readonly string[], more: (count: number) => string): string {
  const rest = ids.length - MOST_NAMED;
  return rest > 0 ? `${ids.slice(0, MOST_NAMED).join(', ')} ${more(rest)}` : ids.join(', ');
}

import type { Command, CommandContext } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    done: (from: string, to: string) => (from === to ? `Reloaded: nothing has changed (version ${to}).` : `Reloaded: version ${from} → ${to}.`),
    failed: (version: string, count: number) =>
      `Not reloaded: ${count === 1 ? 'there is a problem' : `there are ${count} problems`}. I go on with version ${version}.`,
    ready: (from: string, to: string) => `Version ${to} is ready. Version ${from} answers until you apply it.`,
    moved: (to: string) => `Nothing applied: version ${to} came into use meanwhile. Reload again to see what would change.`,
    apply: 'Apply',
    cancel: 'Cancel',
  },
  fr: {
    done: (from: string, to: string) => (from === to ? `Rechargé : rien n’a changé (version ${to}).` : `Rechargé : version ${from} → ${to}.`),
    failed: (version: string, count: number) =>
      `Pas rechargé : ${count === 1 ? 'il y a un problème' : `il y a ${count} problèmes`}. Je continue avec la version ${version}.`,
    ready: (from: string, to: string) => `La version ${to} est prête. La version ${from} répond jusqu’à ce que vous l’appliquiez.`,
    moved: (to: string) => `Rien n’est appliqué : la version ${to} est entrée en service entre-temps. Rechargez pour voir ce qui changerait.`,
    apply: 'Appliquer',
    cancel: 'Annuler',
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
    const { diff, applied, meanwhile } = outcome;
    if (meanwhile !== null) return [{ kind: 'text', tone: 'lead', text: texts.moved(meanwhile) }];
    const changes = context.describeDiff(diff);
    if (applied || diff.from === diff.to) return [{ kind: 'text', tone: 'lead', text: texts.done(diff.from, diff.to) }, ...changes];
    return [{ kind: 'text', tone: 'lead', text: texts.ready(diff.from, diff.to) }, ...changes, decision(diff.to, context, texts)];
  },
} satisfies Command;

function decision(version: string, { action }: CommandContext, texts: (typeof TEXTS)['en' | 'fr']) {
  const apply = { label: texts.apply, action: action({ kind: 'apply', version }), style: 'primary' } as const;
  const cancel = { label: texts.cancel, action: action({ kind: 'cancel', version }), style: 'plain' } as const;
  return { kind: 'buttons', buttons: [apply, cancel] } as const;
}

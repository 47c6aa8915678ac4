import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    done: (from: string, to: string) => `Gone back: version ${from} → ${to}.`,
    same: (version: string) => `Version ${version} is the one in use.`,
    unknown: (version: string) => `No version “${version}” is kept. To see those that are: `,
    failed: (to: string, from: string) => `Version ${to} does not pass today’s checks. I go on with version ${from}.`,
    ready: (from: string, to: string) => `Version ${to} is ready. Version ${from} answers until you go back. What would change:`,
    moved: (to: string) => `Nothing applied: version ${to} came into use meanwhile. Look at the difference again.`,
    apply: 'Go back',
    cancel: 'Cancel',
  },
  fr: {
    done: (from: string, to: string) => `Retour effectué : version ${from} → ${to}.`,
    same: (version: string) => `La version ${version} est celle qui est en service.`,
    unknown: (version: string) => `Aucune version « ${version} » n’est conservée. Pour voir celles qui le sont : `,
    failed: (to: string, from: string) => `La version ${to} ne passe pas les contrôles d’aujourd’hui ; je continue avec la version ${from}.`,
    ready: (from: string, to: string) => `La version ${to} est prête. La version ${from} répond jusqu’à ce que vous reveniez. Ce qui changerait :`,
    moved: (to: string) => `Rien n’est appliqué : la version ${to} est entrée en service entre-temps. Regardez de nouveau la différence.`,
    apply: 'Revenir',
    cancel: 'Annuler',
  },
} as const;

const VERSION = /^[0-9a-f]{8}$/;

export const rollback = {
  name: 'rollback',
  description: {
    en: 'Go back to a version of the data that was in use before; what changes is shown first',
    fr: 'Revenir à une version des données déjà utilisée ; ce qui change est montré d’abord',
  },
  options: [{ name: 'version', description: { en: 'as the history names it', fr: 'comme l’historique la nomme' }, kind: 'text', required: true }],
  admin: true,
  run: async (context, values) => {
    const texts = TEXTS[context.language];
    const [given = ''] = values.all('version');
    const version = given.trim().toLowerCase();
    const outcome = VERSION.test(version) ? await context.rollBack(version, !context.buttons) : null;
    if (outcome === null) {
      const history = context.commands.find(({ name }) => name === 'history');
      const shown = VERSION.test(version) ? version : '…';
      return [{ kind: 'text', tone: 'lead', text: `${texts.unknown(shown)}${history ? context.usage(history) : '…'}` }];
    }
    if (!outcome.ok) {
      return [
        { kind: 'text', tone: 'lead', text: texts.failed(version, outcome.version) },
        { kind: 'list', ordered: false, items: outcome.problems },
      ];
    }
    const { diff, applied, meanwhile } = outcome;
    if (meanwhile !== null) return [{ kind: 'text', tone: 'lead', text: texts.moved(meanwhile) }];
    if (diff.from === diff.to) return [{ kind: 'text', tone: 'lead', text: texts.same(version) }];
    const changes = context.describeDiff(diff);
    if (applied) return [{ kind: 'text', tone: 'lead', text: texts.done(diff.from, diff.to) }, ...changes];
    const apply = { label: texts.apply, action: context.action({ kind: 'rollback', version, from: diff.from }), style: 'primary' } as const;
    const cancel = { label: texts.cancel, action: context.action({ kind: 'cancel', version }), style: 'plain' } as const;
    return [{ kind: 'text', tone: 'lead', text: texts.ready(diff.from, diff.to) }, ...changes, { kind: 'buttons', buttons: [apply, cancel] }];
  },
} satisfies Command;

import type { Localised } from '../../text/language.ts';

type ReloadTexts = {
  readonly applied: (from: string, to: string) => string;
  readonly cancelled: (version: string) => string;
  readonly outdated: (version: string) => string;
  readonly moved: (to: string) => string;
  readonly notKept: (version: string) => string;
  readonly unusable: (version: string, inUse: string) => string;
};

/** What is said to whoever decides on a version by a button. */
export const RELOAD_TEXTS: Localised<ReloadTexts> = {
  en: {
    applied: (from, to) => `Applied: version ${from} → ${to}.`,
    cancelled: (version) => `Cancelled: I go on with version ${version}.`,
    outdated: (version) => `Nothing applied: this is no longer what was loaded last. I go on with version ${version}; reload again to see what would change.`,
    moved: (to) => `Nothing applied: version ${to} came into use meanwhile. Look at the difference again before you decide.`,
    notKept: (version) => `Nothing applied: the files of version ${version} are not kept.`,
    unusable: (version, inUse) => `Nothing applied: version ${version} does not pass today’s checks. I go on with version ${inUse}.`,
  },
  fr: {
    applied: (from, to) => `Appliqué : version ${from} → ${to}.`,
    cancelled: (version) => `Annulé : je continue avec la version ${version}.`,
    outdated: (version) =>
      `Rien n’est appliqué : ce n’est plus ce qui a été chargé en dernier. Je continue avec la version ${version} ; rechargez pour voir ce qui changerait.`,
    moved: (to) => `Rien n’est appliqué : la version ${to} est entrée en service entre-temps. Regardez de nouveau la différence avant de décider.`,
    notKept: (version) => `Rien n’est appliqué : les fichiers de la version ${version} ne sont pas conservés.`,
    unusable: (version, inUse) => `Rien n’est appliqué : la version ${version} ne passe pas les contrôles d’aujourd’hui. Je continue avec la version ${inUse}.`,
  },
};

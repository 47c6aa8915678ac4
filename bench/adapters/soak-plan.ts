export const SOAK_PLATFORMS = ['slack', 'discord'] as const;

export type SoakPlan = { readonly platform: (typeof SOAK_PLATFORMS)[number]; readonly events: number /** At most. */; readonly perSecond: number };

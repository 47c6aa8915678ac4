/** Which of several processes answers what was delivered to more than one. */
export type Claims = {
  /** Whether it is this process's to answer; takes no longer than a fraction of a second, and is true where nobody can be asked. */
  readonly claim: (delivery: string) => Promise<boolean>;
};

export const ALL_MINE: Claims = { claim: () => Promise.resolve(true) };

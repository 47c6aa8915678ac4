/** Something to fill in, shown over the conversation. */
export type Form = {
  /** At most 24 characters. */
  readonly title: string;
  /** Of the button that sends it: at most 24 characters. */
  readonly submit: string;
  /** What sending it means, as `writeAction` writes it. */
  readonly action: string;
  /** One to five. */
  readonly fields: readonly Field[];
};

/** `id` is unique within its form; a label has at most 45 characters, a help at most 100. */
export type Field = { readonly id: string; readonly label: string; readonly help: string | null; readonly required: boolean } & (
  | { readonly kind: 'text'; readonly long: boolean; readonly value: string; readonly maxLength: number }
  /** At most 25 choices with labels of at most 75 characters. */
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly value: string | null }
  /** Channels of the place, by the platform's ids. */
  | { readonly kind: 'channels'; readonly most: number; readonly values: readonly string[] }
);

export type Choice = { readonly value: string; readonly label: string };

/** Figures to be drawn: bars side by side for each category, or a line for each series. */
export type Chart = {
  readonly kind: 'bars' | 'lines';
  readonly title: string;
  /** What it shows, in words, for whoever does not see it. */
  readonly alt: string;
  /** What the values are, for the axis: "questions", "%". */
  readonly unit: string;
  readonly categories: readonly string[];
  /** As many values as there are categories; null where there is none. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

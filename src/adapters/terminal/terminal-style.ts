import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** How to write to one terminal, pipe or file. */
export type TerminalStyle = {
  /** In characters; infinite where nothing is to be wrapped. */
  readonly width: number;
  readonly paint: (format: Format, text: string) => string;
};

const WIDEST = 100;
const NARROWEST = 20;

/** Lines longer than a hundred characters are hard to read, however wide the window is. */
export function styleFor(output: { readonly isTTY?: boolean; readonly columns?: number }, noColor: boolean): TerminalStyle {
  if (output.isTTY !== true) return PLAIN;
  const width = Math.max(NARROWEST, Math.min(WIDEST, (output.columns ?? 80) - 1));
  return { width, paint: noColor ? PLAIN.paint : (format, text) => styleText(format, text, { validateStream: false }) };
}

/** For pipes and files: no colours, and a line for each line. */
export const PLAIN: TerminalStyle = { width: Number.POSITIVE_INFINITY, paint: (_, text) => text };

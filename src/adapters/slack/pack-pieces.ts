import type { Piece } from './piece.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** Lays pieces into as few messages as their limits allow, in order; what leads goes with what it leads to. */
export function packPieces(pieces: readonly Piece[]): Piece[][] {
  const messages: Piece[][] = [];
  for (const unit of joinLeading(pieces)) {
    const last = messages.at(-1);
    const added = last === undefined ? unit : withoutSecondTable(last, unit);
    if (last !== undefined && fits([...last, ...added])) last.push(...added);
    else messages.push([...withoutSecondTable([], unit)]);
  }
  return messages;
}

function joinLeading(pieces: readonly Piece[]): Piece[][] {
  const units: Piece[][] = [];
  let leading: Piece[] = [];
  for (const piece of pieces) {
    if (piece.leads && fits([...leading, piece])) leading.push(piece);
    else if (fits([...leading, piece])) {
      units.push([...leading, piece]);
      leading = [];
    } else {
      units.push(leading, [piece]);
      leading = [];
    }
  }
  return [...units, leading].filter((unit) => unit.length > 0);
}

function withoutSecondTable(before: readonly Piece[], unit: readonly Piece[]): Piece[] {
  return unit.flatMap((piece, at) => (hasTable([piece]) && hasTable([...before, ...unit.slice(0, at)]) ? piece.instead : [piece]));
}

function hasTable(pieces: readonly Piece[]): boolean {
  return pieces.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
}

function fits(pieces: readonly Piece[]): boolean {
  const [blocks, text] = [sum(pieces, ({ blocks }) => blocks.length), sum(pieces, lengthOf)];
  return blocks <= SLACK_LIMITS.messageBlocks && text <= SLACK_LIMITS.messageText && sum(pieces, countCharts) <= SLACK_LIMITS.charts;
}

function countCharts({ blocks }: Piece): number {
  return blocks.filter(({ type }) => type === 'data_visualization').length;
}

function sum(pieces: readonly Piece[], sizeOf: (piece: Piece) => number): number {
  return pieces.reduce((total, piece) => total + sizeOf(piece), 0);
}

/** Each piece is weighed several times on its way into a message, and never changes. */
const lengths = new WeakMap<Piece, number>();

function lengthOf(piece: Piece): number {
  const length = lengths.get(piece) ?? textLength(piece.blocks);
  lengths.set(piece, length);
  return length;
}

/** Characters in all texts inside, however deep. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)), 0);
}

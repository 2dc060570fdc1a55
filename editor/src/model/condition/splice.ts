import type { ConditionNode, Piece, ValuePiece } from './structure';

/** Replaces a span of a text. */
export interface Splice {
  readonly start: number;
  readonly length: number;
  readonly insert: string;
}

export const splice = (text: string, { start, length, insert }: Splice): string => text.slice(0, start) + insert + text.slice(start + length);

/**
 * The tree of a text after one of its values was written anew, for the time until the server has read the new text. The value with the span
 * of the splice becomes `literal`; sentences stay those of the text before.
 */
export function withValue(root: ConditionNode, after: string, change: Splice, literal: string): ConditionNode {
  const grown = change.insert.length - change.length;
  const end = change.start + change.length;
  const moved = <P extends Piece>(piece: P): P => {
    const start = piece.start >= end && piece.start !== change.start ? piece.start + grown : piece.start;
    const length = piece.start <= change.start && piece.start + piece.length >= end ? piece.length + grown : piece.length;
    return { ...piece, start, length, text: after.slice(start, start + length) };
  };
  const value = (piece: ValuePiece): ValuePiece =>
    (piece.start === change.start && piece.length === change.length ? { ...moved(piece), isLiteral: true, literal, label: literal } : moved(piece));
  const node = (from: ConditionNode): ConditionNode => {
    const outer = moved({ start: from.outerStart, length: from.outerLength, text: '' });
    return {
      ...moved(from),
      outerStart: outer.start,
      outerLength: outer.length,
      operands: from.operands.map(node),
      list: from.list && moved(from.list),
      subject: from.subject && moved(from.subject),
      values: from.values.map(value),
    };
  };
  return node(root);
}

/** A stretch of a message: words, or the expression in `$( )`. */
export interface MessagePiece {
  readonly start: number;
  readonly text: string;
  readonly isExpression: boolean;
}

/** Pieces of a text with `$(…)` in it, without the signs around its expressions; one that is never closed runs to the end. */
export function messagePieces(text: string): readonly MessagePiece[] {
  const pieces: MessagePiece[] = [];
  let position = 0;
  for (let start = text.indexOf('$('); start >= 0; start = text.indexOf('$(', position)) {
    const end = closing(text, start + 2);
    if (start > position) pieces.push({ start: position, text: text.slice(position, start), isExpression: false });
    pieces.push({ start: start + 2, text: text.slice(start + 2, end), isExpression: true });
    position = Math.min(end + 1, text.length);
  }
  if (position < text.length) pieces.push({ start: position, text: text.slice(position), isExpression: false });
  return pieces;
}

function closing(text: string, from: number): number {
  let depth = 1;
  let inText = false;
  for (let i = from; i < text.length; i += 1) {
    const sign = text[i];
    if (sign === '\\' && inText) i += 1;
    else if (sign === '"') inText = !inText;
    else if (sign === '(' && !inText) depth += 1;
    else if (sign === ')' && !inText) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return text.length;
}

/** The expression that a place of a message lies in. */
export const expressionAt = (text: string, offset: number): MessagePiece | null =>
  messagePieces(text).find(({ start, text: { length }, isExpression }) => isExpression && start <= offset && offset <= start + length) ?? null;

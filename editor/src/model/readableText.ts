import { messagePieces } from './condition/messageText';
import { formatText } from './value';
import { humanize } from './words';

/** "Cortical percent" for `lesion.corticalPercent`; what is more than a name stands as it is written. */
export const slotWords = (expression: string): string =>
  (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(expression) ? humanize(expression.split('.').at(-1) ?? expression) : expression);

/** A message with names in brackets where values of the patient will stand: "cortex involved: [Cortical percent] %". */
export const messageWords = (text: string): string =>
  messagePieces(text).map((piece) => (piece.isExpression ? `[${slotWords(piece.text)}]` : piece.text)).join('');

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '==': '=', '!=': '≠', true: 'yes', false: 'no' };

/** A cell of a table without the spelling of expressions: `"low" or "veryHigh"` → "low or very high", `<= 7` → "≤ 7". */
export function cellWords(text: string): string {
  if (text.trim() === '_') return 'any';
  return text.split(/("(?:\\.|[^"\\])*"|<=|>=|==|!=|\b(?:true|false)\b)/).map((piece) => {
    if (/^"[^"\\]*"$/.test(piece)) return formatText(piece.slice(1, -1));
    return signs[piece] ?? piece;
  }).join('');
}

import { formatValue } from './value';

const operators: Readonly<Record<string, string>> = {
  '>=': '≥', '<=': '≤', '==': '=', '!=': '≠', '&&': 'and', '||': 'or', '!': 'not ', '*': '×', '-': '−', '??': 'or else',
};

/**
 * An expression with names for people: facts by their labels, enumeration values as words, operators as printed.
 * It is only for reading; the authored text is shown beside it.
 */
export function readable(expression: string, nameOf: (identifier: string) => string | null): string {
  return expression.replaceAll(/"([^"]*)"|[A-Za-z_][\w.[\]]*|>=|<=|==|!=|&&|\|\||\?\?|[!*-]/g, (token, text: string | undefined) =>
    text === undefined ? (operators[token] ?? nameOf(token) ?? token) : formatValue(text));
}

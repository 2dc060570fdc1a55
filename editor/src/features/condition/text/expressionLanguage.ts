import { StreamLanguage, type StringStream } from '@codemirror/language';

const words = new Set(['is', 'and', 'or', 'not', 'AND', 'OR', 'NOT', 'new']);
const atoms = new Set(['true', 'false', 'null']);

function token(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^"(?:\\.|[^"\\])*"?/)) return 'string';
  if (stream.match(/^\d+(\.\d+)?/)) return 'number';
  const word = stream.match(/^[A-Za-z_]\w*/);
  if (word && typeof word !== 'boolean') {
    const [name] = word;
    if (words.has(name)) return 'keyword';
    if (atoms.has(name)) return 'atom';
    return stream.match(/^\s*\(/, false) ? 'variableName.function' : 'variableName';
  }
  if (stream.match(/^(&&|\|\||[=!<>]=|=>|\?\?|[-+*/%<>!?:])/)) return 'operator';
  stream.next();
  return null;
}

/** The words of an expression in colours; what they mean is for the server to say. */
export const expressionLanguage = StreamLanguage.define<null>({
  name: 'expression',
  startState: () => null,
  token,
  languageData: { closeBrackets: { brackets: ['(', '"'] } },
});

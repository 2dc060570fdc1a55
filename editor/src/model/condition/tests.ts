import { writeLiteral } from './literals';
import { operators, type ConditionNode, type Operator, type SubjectPiece, type TypeInfo } from './structure';

/** One side of a test as somebody fills it in: a constant, or something else of the workflow. */
export type ValueDraft = { readonly literal: string } | { readonly expression: string; readonly label: string };

export interface TestSubject {
  readonly text: string;
  readonly label: string;
  readonly type: TypeInfo;
  readonly isFact: boolean;
  /** `rule`, `fact` and the like, where that is known. */
  readonly kind: string | null;
}

/** A test as somebody fills it in; it need not be complete yet. */
export interface TestDraft {
  readonly subject: TestSubject | null;
  readonly operator: Operator;
  readonly values: readonly ValueDraft[];
}

const known: readonly Operator[] = ['isKnown', 'isNotKnown'];
const order: readonly Operator[] = ['below', 'atMost', 'above', 'atLeast', 'is', 'isNot', 'between'];
const choice: readonly Operator[] = ['is', 'isNot', 'isOneOf', 'isNotOneOf'];

/** What can be asked of something of this type, the likeliest first. */
export function operatorsFor({ kind }: TypeInfo): readonly Operator[] {
  switch (kind) {
    case 'boolean': return ['isTrue', 'isFalse', ...known];
    case 'number':
    case 'integer': return ['atLeast', 'above', 'atMost', 'below', 'between', 'is', 'isNot', 'isOneOf', 'isNotOneOf', ...known];
    case 'date': return [...order, ...known];
    case 'enum':
    case 'text': return [...choice, ...known];
    default: return known;
  }
}

const dateWords: Partial<Record<Operator, string>> = { below: 'is before', atMost: 'is not after', above: 'is after', atLeast: 'is not before' };

const words: Readonly<Record<Operator, string>> = {
  is: 'is', isNot: 'is not', below: 'is below', atMost: 'is at most', above: 'is above', atLeast: 'is at least', between: 'is between',
  isOneOf: 'is one of', isNotOneOf: 'is none of', isTrue: 'is yes', isFalse: 'is no', isKnown: 'is known', isNotKnown: 'is not known',
};

export function operatorWords(operator: Operator, subject: Pick<TestSubject, 'type' | 'isFact' | 'kind'>): string {
  if (subject.type.kind === 'date') return dateWords[operator] ?? words[operator];
  if (operator === 'isTrue') return subject.isFact ? 'is yes' : subject.kind === 'rule' ? 'is met' : 'holds';
  if (operator === 'isFalse') return subject.isFact ? 'is no' : subject.kind === 'rule' ? 'is not met' : 'does not hold';
  return words[operator];
}

export const isOperator = (word: string): word is Operator => operators.some((operator) => operator === word);

/** How many values an operator needs; `many`: one or more. */
export function valueCount(operator: Operator): 0 | 1 | 2 | 'many' {
  if (operator === 'between') return 2;
  if (operator === 'isOneOf' || operator === 'isNotOneOf') return 'many';
  return operator === 'isTrue' || operator === 'isFalse' || operator === 'isKnown' || operator === 'isNotKnown' ? 0 : 1;
}

/** A test about another subject: what still has a meaning for it is kept. */
export function withSubject(draft: TestDraft, subject: TestSubject): TestDraft {
  const possible = operatorsFor(subject.type);
  const sameKind = draft.subject?.type.kind === subject.type.kind;
  const operator = sameKind && possible.includes(draft.operator) ? draft.operator : (possible[0] ?? 'isKnown');
  const same = sameKind && (subject.type.kind !== 'enum' || JSON.stringify(draft.subject?.type.values) === JSON.stringify(subject.type.values));
  return { subject, operator, values: same ? draft.values : [] };
}

/** With another operator; values are kept as far as it takes them. */
export function withOperator(draft: TestDraft, operator: Operator): TestDraft {
  const count = valueCount(operator);
  const literals = draft.values.filter((value) => 'literal' in value);
  if (count === 'many') return { ...draft, operator, values: literals };
  return { ...draft, operator, values: (count === 2 ? literals : draft.values).slice(0, count) };
}

/** The test as the language writes it, or what it still lacks. */
export function writeTest({ subject, operator, values }: TestDraft): { readonly text: string } | { readonly complaint: string } {
  if (!subject) return { complaint: 'Choose what the condition is about' };
  const count = valueCount(operator);
  if (count === 0) return { text: withoutValue(subject.text, operator) };
  const needed = count === 'many' ? Math.max(values.length, 1) : count;
  const texts: string[] = [];
  for (let i = 0; i < needed; i += 1) {
    const value = values[i] ?? { literal: '' };
    if ('expression' in value && value.expression === '') return { complaint: 'Choose what to compare with' };
    const written = 'literal' in value ? writeLiteral(value.literal, subject.type) : { text: operand(value.expression) };
    if ('complaint' in written) return written;
    texts.push(written.text);
  }
  if (operator === 'between' && isAbove(values[0], values[1])) return { complaint: 'The upper end has to be the higher one' };
  return { text: compared(operand(subject.text), operator, texts) };
}

/** Whether the ends of a range stand the wrong way round, as they do while the second one is typed. */
function isAbove(low: ValueDraft | undefined, high: ValueDraft | undefined): boolean {
  if (!low || !high || !('literal' in low) || !('literal' in high)) return false;
  const ends = [Number(low.literal), Number(high.literal)] as const;
  return ends.some(Number.isNaN) ? low.literal > high.literal : ends[0] > ends[1];
}

function withoutValue(subject: string, operator: Operator): string {
  switch (operator) {
    case 'isFalse': return `!${primary(subject)}`;
    case 'isKnown': return `IsKnown(${subject})`;
    case 'isNotKnown': return `!IsKnown(${subject})`;
    default: return primary(subject);
  }
}

function compared(subject: string, operator: Operator, values: readonly string[]): string {
  const [first = '', second = ''] = values;
  switch (operator) {
    case 'is': return `${subject} == ${first}`;
    case 'isNot': return `${subject} != ${first}`;
    case 'below': return `${subject} < ${first}`;
    case 'atMost': return `${subject} <= ${first}`;
    case 'above': return `${subject} > ${first}`;
    case 'atLeast': return `${subject} >= ${first}`;
    case 'between': return `${subject} is >= ${first} and <= ${second}`;
    case 'isOneOf': return values.length === 1 ? `${subject} == ${first}` : `${subject} is ${values.join(' or ')}`;
    default: return values.length === 1 ? `${subject} != ${first}` : `${subject} is not (${values.join(' or ')})`;
  }
}

/** What stands outside of parentheses and quotation marks. */
export function surface(text: string): string {
  let depth = 0;
  let inText = false;
  let found = '';
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    if (inText) {
      if (sign === '\\') i += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '(' || sign === '{') depth += 1;
    else if (sign === ')' || sign === '}') depth -= 1;
    else if (depth === 0) found += sign;
  }
  return found;
}

/** As an operand of a comparison: sums and products bind more tightly than it, all else gets parentheses. */
function operand(text: string): string {
  return /[&|?:=<>!]|\bis\b|\b(AND|OR|NOT)\b/.test(surface(text)) ? `(${text})` : text;
}

/** As an operand of `!`. */
function primary(text: string): string {
  return /^[\w.\s]*$/.test(surface(text)) && !/\w\s+\w/.test(surface(text)) ? text : `(${text})`;
}

export function subjectOf({ text, label, type, isFact }: SubjectPiece, kind: string | null = null): TestSubject {
  return { text, label, type, isFact, kind };
}

/** A test of the text as a draft to change. */
export function draftOf(node: ConditionNode): TestDraft {
  return {
    subject: node.subject && subjectOf(node.subject),
    operator: node.operator ?? 'isKnown',
    values: node.values.map((value) => (value.literal === null ? { expression: value.text, label: value.label } : { literal: value.literal })),
  };
}

const opposites: Partial<Record<Operator, Operator>> = {
  is: 'isNot', isNot: 'is', below: 'atLeast', atLeast: 'below', atMost: 'above', above: 'atMost',
  isOneOf: 'isNotOneOf', isNotOneOf: 'isOneOf', isTrue: 'isFalse', isFalse: 'isTrue', isKnown: 'isNotKnown', isNotKnown: 'isKnown',
};

/** The operator that holds exactly where this one does not; a range has none. */
export const oppositeOf = (operator: Operator): Operator | null => opposites[operator] ?? null;

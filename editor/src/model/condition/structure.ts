import type { JsonNumber } from '../exactJson';

/** What values something can take, as the server says it. */
export interface TypeInfo {
  readonly kind: 'boolean' | 'number' | 'integer' | 'text' | 'date' | 'enum' | 'list' | 'object' | 'unknown';
  readonly unit: string | null;
  /** Other units in which the fact may be sent. */
  readonly units: readonly string[];
  /** The words of an enumeration; `label` is how a word is read. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly minimum: JsonNumber | null;
  readonly maximum: JsonNumber | null;
  /** Of the elements of a list. */
  readonly items: TypeInfo | null;
  /** The fact schema of an object. */
  readonly schema: string | null;
}

export const operators = [
  'is', 'isNot', 'below', 'atMost', 'above', 'atLeast', 'between', 'isOneOf', 'isNotOneOf', 'isTrue', 'isFalse', 'isKnown', 'isNotKnown',
] as const;

export type Operator = (typeof operators)[number];

/** A piece of an expression's text. */
export interface Piece {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

export interface SubjectPiece extends Piece {
  readonly label: string;
  readonly type: TypeInfo;
  readonly isFact: boolean;
}

export interface ValuePiece extends Piece {
  readonly label: string;
  readonly isLiteral: boolean;
  /** Without quotes; numbers and dates as text. */
  readonly literal: string | null;
}

/**
 * A part of a condition as the server read it. Its span is the part itself; the outer one has the parentheses around it. `other` is
 * everything that a builder leaves as it is.
 */
export interface ConditionNode extends Piece {
  readonly kind: 'all' | 'any' | 'not' | 'test' | 'anyOf' | 'allOf' | 'other';
  readonly outerStart: number;
  readonly outerLength: number;
  readonly sentence: string;
  /** Of `all` and `any` in the order of the text; the one of `not`; the body of `anyOf` and `allOf`. */
  readonly operands: readonly ConditionNode[];
  readonly list: (Piece & { readonly label: string }) | null;
  /** What `anyOf` and `allOf` call the element in their body. */
  readonly variable: string | null;
  readonly subject: SubjectPiece | null;
  readonly operator: Operator | null;
  readonly values: readonly ValuePiece[];
}

/** Which operand of which operand; empty for the whole. */
export type NodePath = readonly number[];

export const nodeAtPath = (root: ConditionNode, path: NodePath): ConditionNode | null =>
  path.reduce<ConditionNode | null>((node, index) => node?.operands[index] ?? null, root);

/** The mending of a finding: `insert` in place of a span of the expression. */
export interface Fix {
  readonly title: string;
  readonly start: number;
  readonly length: number;
  readonly insert: string;
}

export interface ExpressionFinding {
  readonly code: string;
  readonly severity: string;
  readonly start: number;
  readonly length: number;
  readonly message: string;
  readonly help: string | null;
  readonly fix: Fix | null;
}

/** An expression as the server understands it. */
export interface Explained {
  /** Null where it has errors. */
  readonly sentence: string | null;
  /** In words. */
  readonly type: string | null;
  readonly typeInfo: TypeInfo | null;
  /** Of a condition without errors. */
  readonly structure: ConditionNode | null;
  readonly diagnostics: readonly ExpressionFinding[];
}

import type { JsonNumber } from './exactJson';
import { formatRange, formatValue, type Value } from './value';

export type NodeKind =
  | 'literal' | 'fact' | 'reference' | 'not' | 'and' | 'or' | 'comparison' | 'pattern' | 'arithmetic' | 'conditional'
  | 'coalesce' | 'call' | 'list' | 'lambda' | 'more' | 'score' | 'band' | 'table' | 'row' | 'cell' | 'rule';

export type NodeState = 'known' | 'unknown' | 'range' | 'oneOf' | 'failed' | 'notEvaluated';

/** One sub-expression with what became of it. */
export interface Explanation {
  readonly text: string;
  readonly start?: number;
  readonly length?: number;
  readonly kind: NodeKind;
  /** Of a reference: the name under which `explanations` continues. */
  readonly target?: string | null;
  readonly state: NodeState;
  readonly value?: Value;
  readonly min?: JsonNumber | null;
  readonly max?: JsonNumber | null;
  readonly values?: readonly Value[] | null;
  readonly error?: { readonly code?: string; readonly message: string } | string | null;
  readonly missing?: readonly string[];
  readonly facts?: readonly string[];
  readonly children?: readonly Explanation[];
}

export type Explanations = Readonly<Record<string, Explanation>>;

/** Every explanation by name: what rules refer to, and the rules themselves, which others may refer to. */
export function allExplanations(decision: { readonly explanations?: Explanations | null; readonly rules?: readonly { readonly name: string; readonly explanation?: Explanation | null }[] | null }): Explanations {
  const rules = (decision.rules ?? []).flatMap(({ name, explanation }) => (explanation ? [[name, explanation] as const] : []));
  return { ...Object.fromEntries(rules), ...decision.explanations };
}

/** Operands of a chain of the same connective: `(a && b) && c` has three. */
export function operands(node: Explanation): Explanation[] {
  return (node.children ?? []).flatMap((child) =>
    child.kind === node.kind && (node.kind === 'and' || node.kind === 'or') ? operands(child) : [child]);
}

/** What is worth opening below a node: literals say nothing that the text does not. */
export function parts(node: Explanation): Explanation[] {
  return operands(node).filter((child) => child.kind !== 'literal' && child.kind !== 'lambda' || hasParts(child));
}

const hasParts = (node: Explanation): boolean => (node.children ?? []).some((child) => child.kind !== 'literal' || hasParts(child));

/** The fact that a comparison is about, when it is about one fact alone. */
export function soleFact(node: Explanation): Explanation | null {
  const inside = parts(node);
  const [only] = inside;
  return only?.kind === 'fact' && inside.length === 1 ? only : null;
}

export const nodeKey = (node: Explanation, position: number) => `${position}:${node.start ?? 0}:${node.text}`;

/** How a connective reads to someone who does not program. */
export function connective(node: Explanation): string | null {
  switch (node.kind) {
    case 'and':
      return 'All of these';
    case 'or':
      return 'Any of these';
    case 'not':
      return 'Not';
    default:
      return null;
  }
}

/** What a chip beside a node says, and in which tone. */
export interface StateWords {
  readonly tone: 'yes' | 'no' | 'value' | 'undecided' | 'unknown' | 'failed' | 'idle';
  readonly text: string;
}

export function stateWords(node: Explanation): StateWords {
  switch (node.state) {
    case 'known':
      if (typeof node.value === 'boolean') return { tone: node.value ? 'yes' : 'no', text: formatValue(node.value) };
      return { tone: 'value', text: formatValue(node.value ?? null) };
    case 'range':
    case 'oneOf':
      return { tone: 'undecided', text: formatRange(node) };
    case 'failed':
      return { tone: 'failed', text: 'failed' };
    case 'notEvaluated':
      return { tone: 'idle', text: 'not needed' };
    case 'unknown':
      return { tone: 'unknown', text: node.kind === 'fact' ? 'not recorded' : 'unknown' };
  }
}

export function errorText(node: Explanation): string | null {
  if (!node.error) return null;
  return typeof node.error === 'string' ? node.error : node.error.message;
}

/** Whether a row or band of a table applies. */
export type Hit = 'hit' | 'miss' | 'possible' | 'idle' | 'failed';

export function hitOf(node: Explanation): Hit {
  switch (node.state) {
    case 'known':
      return node.value === true ? 'hit' : node.value === false ? 'miss' : 'hit';
    case 'failed':
      return 'failed';
    case 'notEvaluated':
      return 'idle';
    default:
      return 'possible';
  }
}

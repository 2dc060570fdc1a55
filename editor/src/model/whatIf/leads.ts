import type { RuleResult } from '../decision';
import { isExactNumber } from '../exactJson';
import type { Explanation, Explanations } from '../explanation';

/** A fact that a rule's outcome hangs on, and what it is compared with on the way. */
export interface Lead {
  readonly fact: string;
  /** Numbers, as digits. */
  readonly limits: readonly string[];
  readonly words: readonly string[];
}

const tests: ReadonlySet<Explanation['kind']> = new Set(['comparison', 'pattern', 'band', 'cell', 'fact', 'call']);

interface Finding {
  readonly depth: number;
  readonly limits: Set<string>;
  readonly words: Set<string>;
}

/**
 * The facts behind a rule that is not as `wanted`: those of the parts of its condition that are not either, through scores, tables and
 * parameters; the nearest to the rule first. What was not needed for the outcome is left out.
 */
export function leadsOf(rule: RuleResult, explanations: Explanations, wanted: boolean): readonly Lead[] {
  const found = new Map<string, Finding>();
  const opened = new Set<string>();

  const follow = (target: string, want: boolean | null, depth: number) => {
    const node = explanations[target];
    if (!node || opened.has(target)) return;
    opened.add(target);
    visit(node, want, depth + 1);
  };

  const visit = (node: Explanation, want: boolean | null, depth: number) => {
    if (node.state === 'notEvaluated' || (want !== null && node.state === 'known' && node.value === want)) return;
    if (node.kind === 'reference') {
      follow(node.target ?? node.text, node.state === 'known' && typeof node.value !== 'boolean' ? null : want, depth);
      return;
    }
    if (tests.has(node.kind)) collect(node, depth);
    const below = node.kind === 'not' && want !== null ? !want : node.kind === 'and' || node.kind === 'or' ? want : null;
    for (const child of node.children ?? []) if (child.kind !== 'fact' || !tests.has(node.kind)) visit(child, below, depth + 1);
  };

  const collect = (node: Explanation, depth: number) => {
    const { limits, words } = constantsOf(node);
    for (const fact of factsOf(node)) {
      const finding = found.get(fact) ?? { depth, limits: new Set<string>(), words: new Set<string>() };
      limits.forEach((limit) => finding.limits.add(limit));
      words.forEach((word) => finding.words.add(word));
      found.set(fact, finding);
    }
  };

  if (rule.explanation) visit(rule.explanation, wanted, 0);
  for (const fact of rule.missing ?? []) if (!found.has(fact)) found.set(fact, { depth: Number.MAX_SAFE_INTEGER, limits: new Set(), words: new Set() });
  return [...found]
    .sort(([, a], [, b]) => a.depth - b.depth)
    .map(([fact, { limits, words }]) => ({ fact, limits: [...limits], words: [...words] }));
}

/** The facts that a test names itself; a band or cell names none and is about the one that it reads. */
function factsOf(node: Explanation): readonly string[] {
  const named = within(node).filter(({ kind }) => kind === 'fact').map(({ text }) => text);
  if (named.length > 0 || node.kind !== 'band') return named;
  return node.facts?.length === 1 ? node.facts : [];
}

/** What a test compares with: constants in its text, and values that it refers to. */
function constantsOf(node: Explanation): { limits: readonly string[]; words: readonly string[] } {
  const limits = new Set<string>();
  const words = new Set<string>();
  for (const [, quoted, digits] of node.text.matchAll(/"([^"]*)"|(?<![\w.\])])(-?\d+(?:\.\d+)?)(?![\w.])/g)) {
    if (quoted !== undefined) words.add(quoted);
    else if (digits !== undefined) limits.add(digits);
  }
  for (const { kind, state, value } of within(node)) {
    if (kind !== 'reference' || state !== 'known') continue;
    if (typeof value === 'number') limits.add(String(value));
    else if (isExactNumber(value)) limits.add(value.digits);
  }
  return { limits: [...limits], words: [...words] };
}

const within = (node: Explanation): readonly Explanation[] => [node, ...(node.children ?? []).flatMap(within)];

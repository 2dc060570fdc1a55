import { createContext, use } from 'react';
import type { ChangedTest } from '../../../model/condition/changeTest';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import type { EditKind, ExpressionPlace } from '../context';

/** An edit of the text, by the tree that was read from it; null: the text is empty. */
export type BuilderEdit = (text: string, root: ConditionNode | null) => string | ChangedTest;

export interface Builder {
  readonly place: ExpressionPlace;
  readonly text: string;
  /** Whether the tree on the screen is that of the text. */
  readonly live: boolean;
  /** Besides, no edit waits for it. */
  readonly settled: boolean;
  /** Fills in or adds: runs at once, or as soon as the server has read the text of the edit before. */
  readonly edit: (edit: BuilderEdit, kind: EditKind) => void;
  /** Moves parts about. Until the server has read the text no part is sure to be where it was, so nothing else is taken then. */
  readonly restructure: (edit: BuilderEdit) => void;
  /** Puts the focus on a part, as soon as it is there. */
  readonly focus: (path: NodePath) => void;
  readonly onText: () => void;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (!builder) throw new Error('useBuilder stands outside of a builder');
  return builder;
}

/** What can be named at a place of the condition: the text before it, and the elements of lists that are at hand there. */
export interface Scope {
  readonly before: string;
  readonly variables: readonly string[];
}

export const outermost: Scope = { before: '', variables: [] };

export const within = ({ before, variables }: Scope, list: string, variable: string): Scope =>
  ({ before: `${before}${list}.Any(${variable} => `, variables: [...variables, variable] });

export const pathKey = (path: NodePath) => path.join('.');

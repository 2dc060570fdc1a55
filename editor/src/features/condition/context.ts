/** Where an expression stands: it says which names mean something in it. */
export interface ExpressionPlace {
  /** The name of the workflow, as expressions and the server know it. */
  readonly workflow: string;
  /** The rule whose local parameters are in sight. */
  readonly rule?: string;
  /** Of a table cell or a score band: the expression of its column. */
  readonly column?: string;
  /** Only yes or no makes sense there. */
  readonly isCondition: boolean;
}

/** Whether an edit is one key of many, or a step by itself that can be undone alone. */
export type EditKind = 'typing' | 'step';

export type WriteExpression = (text: string, kind: EditKind) => void;

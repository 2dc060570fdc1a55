import { itemsOf, member, parseDocument, rawText, stringOf, textsOf, type JSONPath, type JsonDocument, type Node } from './json';

/** Where something stands in a document, and its node there. */
export interface Placed {
  readonly path: JSONPath;
  readonly pointer: string;
  readonly node: Node;
}

export interface CitationView extends Placed {
  readonly source: string;
  readonly locator: string | null;
  readonly statements: readonly string[];
}

export interface RuleView extends Placed {
  readonly name: string;
  readonly title: string | null;
  readonly enabled: boolean;
  /** Null for a rule that joins nested ones. */
  readonly expression: string | null;
  /** `And`, `Or` and their other spellings, for a rule that joins nested ones. */
  readonly operator: string | null;
  readonly rules: readonly RuleView[];
  readonly recommendation: { readonly text: string; readonly urgency: string | null; readonly strength: string | null } | null;
  readonly whenUndetermined: string | null;
  readonly successEvent: string | null;
  readonly withholds: readonly string[];
  readonly evidence: readonly CitationView[];
  readonly localParams: readonly ParamView[];
}

export interface ParamView extends Placed {
  readonly name: string;
  readonly expression: string;
  readonly unit: string | null;
}

export interface BandView extends Placed {
  readonly when: string | null;
  readonly condition: string | null;
  readonly otherwise: boolean;
  /** As written. */
  readonly points: string;
  readonly evidence: readonly CitationView[];
}

export interface ScoreItemView extends Placed {
  readonly name: string;
  readonly title: string | null;
  readonly input: string | null;
  readonly bands: readonly BandView[];
}

export interface ScoreView extends Placed {
  readonly name: string;
  readonly title: string | null;
  readonly items: readonly ScoreItemView[];
}

export interface TableInputView extends Placed {
  readonly name: string;
  readonly expression: string;
}

export interface TableOutputView extends Placed {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly values: readonly string[];
}

export interface RowView extends Placed {
  readonly when: readonly string[];
  readonly condition: string | null;
  readonly then: readonly string[];
  readonly otherwise: boolean;
  readonly evidence: readonly CitationView[];
}

export interface TableView extends Placed {
  readonly name: string;
  readonly hitPolicy: string;
  readonly aggregation: string | null;
  readonly inputs: readonly TableInputView[];
  readonly outputs: readonly TableOutputView[];
  readonly rows: readonly RowView[];
}

export interface UseView extends Placed {
  readonly workflow: string;
  readonly include: boolean;
  readonly forEach: string | null;
  readonly as: string | null;
  readonly when: string | null;
}

export interface InputView extends Placed {
  readonly name: string;
  readonly schema: string;
}

/** What the text of a `workflow.json` says, read as it stands: what is missing or of another kind reads as empty, the server says what is wrong. */
export interface WorkflowView {
  readonly document: JsonDocument;
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly metadata: Node | null;
  readonly inputs: readonly InputView[];
  readonly uses: readonly UseView[];
  readonly params: readonly ParamView[];
  readonly scores: readonly ScoreView[];
  readonly tables: readonly TableView[];
  readonly rules: readonly RuleView[];
}

const ruleOrder = [
  'RuleName', 'Title', 'Enabled', 'Expression', 'Operator', 'Rules', 'LocalParams', 'SuccessEvent', 'ErrorMessage', 'Recommendation', 'WhenUndetermined', 'Withholds', 'Evidence',
];

/** The order in which members are written, by the object that has them. */
export const memberOrder = {
  workflow: ['$schema', 'WorkflowName', 'Title', 'Description', 'Tags', 'Metadata', 'Inputs', 'Uses', 'GlobalParams', 'Scores', 'Tables', 'Rules'],
  rule: ruleOrder,
  recommendation: ['Text', 'Urgency', 'Strength'],
  citation: ['Source', 'Locator', 'Statements'],
  param: ['Name', 'Expression', 'Unit'],
  score: ['Name', 'Title', 'Items'],
  scoreItem: ['Name', 'Title', 'Input', 'Points'],
  band: ['When', 'Condition', 'Otherwise', 'Points', 'Evidence'],
  table: ['Name', 'HitPolicy', 'Aggregation', 'Inputs', 'Outputs', 'Rows'],
  tableInput: ['Name', 'Expression'],
  tableOutput: ['Name', 'Type', 'Unit', 'Values'],
  row: ['When', 'Condition', 'Otherwise', 'Then', 'Evidence'],
  use: ['Workflow', 'Include', 'ForEach', 'As', 'When', 'WhenAppliesTo'],
  case: ['Id', 'Title', 'Tags', 'AsOf', 'Facts', 'Expect', 'Why', 'Source'],
  expect: ['Rules', 'Outputs', 'Missing', 'Events'],
} as const;

type Reader<T> = (node: Node, placed: Placed, text: string) => T;

export function readWorkflow(text: string): WorkflowView {
  const document = parseDocument(text);
  const { root } = document;
  const list = <T>(key: string, read: Reader<T>) => (root ? children(text, { path: [], pointer: '', node: root }, key, read) : []);
  return {
    document,
    name: stringOf(member(root, 'WorkflowName')) ?? '',
    title: stringOf(member(root, 'Title')),
    description: stringOf(member(root, 'Description')),
    tags: textsOf(member(root, 'Tags')),
    metadata: member(root, 'Metadata') ?? null,
    inputs: list('Inputs', (node, placed) => ({ ...placed, name: word(node, 'Name'), schema: word(node, 'Schema') })),
    uses: list('Uses', readUse),
    params: list('GlobalParams', readParam),
    scores: list('Scores', readScore),
    tables: list('Tables', readTable),
    rules: list('Rules', readRule),
  };
}

/** A rule and the nested ones below it. */
export const withNested = (rule: RuleView): readonly RuleView[] => [rule, ...rule.rules.flatMap(withNested)];

/** Titles of its rules by their names, of those that have one. */
export const ruleTitles = (view: WorkflowView): ReadonlyMap<string, string> =>
  new Map(view.rules.flatMap(withNested).flatMap(({ name, title }) => (title === null ? [] : [[name, title] as const])));

/** Keys are known names, which a pointer holds as they are. */
const children = <T>(text: string, { path, pointer, node: parent }: Placed, key: string, read: Reader<T>): readonly T[] =>
  itemsOf(member(parent, key)).map((node, i) => read(node, { path: [...path, key, i], pointer: `${pointer}/${key}/${i}`, node }, text));

const word = (node: Node, key: string) => stringOf(member(node, key)) ?? '';

const optional = (node: Node | null | undefined, key: string) => stringOf(member(node, key));

const isTrue = (node: Node, key: string) => member(node, key)?.value === true;

const readParam: Reader<ParamView> = (node, placed) => ({ ...placed, name: word(node, 'Name'), expression: word(node, 'Expression'), unit: optional(node, 'Unit') });

const readUse: Reader<UseView> = (node, placed) => ({
  ...placed, workflow: word(node, 'Workflow'), include: isTrue(node, 'Include'), forEach: optional(node, 'ForEach'), as: optional(node, 'As'), when: optional(node, 'When'),
});

const readCitation: Reader<CitationView> = (node, placed) => ({
  ...placed, source: word(node, 'Source'), locator: optional(node, 'Locator'), statements: textsOf(member(node, 'Statements')),
});

const readBand: Reader<BandView> = (node, placed, text) => {
  const points = member(node, 'Points');
  return {
    ...placed,
    when: optional(node, 'When'),
    condition: optional(node, 'Condition'),
    otherwise: isTrue(node, 'Otherwise'),
    points: points ? (stringOf(points) ?? rawText(text, points)) : '',
    evidence: children(text, placed, 'Evidence', readCitation),
  };
};

const readScore: Reader<ScoreView> = (node, placed, text) => ({
  ...placed,
  name: word(node, 'Name'),
  title: optional(node, 'Title'),
  items: children(text, placed, 'Items', (item, at) => ({
    ...at, name: word(item, 'Name'), title: optional(item, 'Title'), input: optional(item, 'Input'), bands: children(text, at, 'Points', readBand),
  })),
});

const readTable: Reader<TableView> = (node, placed, text) => ({
  ...placed,
  name: word(node, 'Name'),
  hitPolicy: optional(node, 'HitPolicy') ?? 'First',
  aggregation: optional(node, 'Aggregation'),
  inputs: children(text, placed, 'Inputs', (input, at) => ({ ...at, name: word(input, 'Name'), expression: word(input, 'Expression') })),
  outputs: children(text, placed, 'Outputs', (output, at) => ({
    ...at, name: word(output, 'Name'), type: word(output, 'Type'), unit: optional(output, 'Unit'), values: textsOf(member(output, 'Values')),
  })),
  rows: children(text, placed, 'Rows', (row, at) => ({
    ...at,
    when: itemsOf(member(row, 'When')).map((cell) => stringOf(cell) ?? rawText(text, cell)),
    condition: optional(row, 'Condition'),
    then: itemsOf(member(row, 'Then')).map((cell) => stringOf(cell) ?? rawText(text, cell)),
    otherwise: isTrue(row, 'Otherwise'),
    evidence: children(text, at, 'Evidence', readCitation),
  })),
});

const readRule: Reader<RuleView> = (node, placed, text) => {
  const recommendation = member(node, 'Recommendation');
  return {
    ...placed,
    name: word(node, 'RuleName'),
    title: optional(node, 'Title'),
    enabled: member(node, 'Enabled')?.value !== false,
    expression: optional(node, 'Expression'),
    operator: optional(node, 'Operator'),
    rules: children(text, placed, 'Rules', readRule),
    recommendation: recommendation ? { text: word(recommendation, 'Text'), urgency: optional(recommendation, 'Urgency'), strength: optional(recommendation, 'Strength') } : null,
    whenUndetermined: optional(member(node, 'WhenUndetermined'), 'Text'),
    successEvent: optional(node, 'SuccessEvent'),
    withholds: textsOf(member(node, 'Withholds')),
    evidence: children(text, placed, 'Evidence', readCitation),
    localParams: children(text, placed, 'LocalParams', readParam),
  };
};

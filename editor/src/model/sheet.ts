import { hitOf, type Explanation, type Hit } from './explanation';
import type { DecisionTable, ScoreItem, WorkflowDetail } from './workflow';

/** A score item or a decision table as a grid: conditions, results, and which row applies. */
export interface Sheet {
  readonly conditions: readonly string[];
  readonly results: readonly { readonly name: string; readonly unit?: string | null }[];
  readonly rows: readonly { readonly conditions: readonly string[]; readonly results: readonly string[]; readonly hit: Hit }[];
}

/** The grid behind a name of `explanations`, or null when it is neither a score item nor a table of this workflow. */
export function sheetFor(workflow: WorkflowDetail, target: string, node: Explanation): Sheet | null {
  const item = workflow.scores?.flatMap((score) => score.items).find(({ name }) => name === target);
  if (item) return scoreSheet(item, node);
  const table = workflow.tables?.find(({ name }) => name === target || target.startsWith(`${name}.`));
  return table ? tableSheet(table, node) : null;
}

function scoreSheet(item: ScoreItem, node: Explanation): Sheet | null {
  const hits = hitsOf(node, 'band', item.bands.length);
  return hits && {
    conditions: [item.input ?? 'Condition'],
    results: [{ name: 'Points' }],
    rows: item.bands.map((band, i) => ({
      conditions: [conditionText(band.when ? [band.when] : [], band.condition, band.otherwise).join(' and ')],
      results: [String(band.points)],
      hit: hits[i] ?? 'idle',
    })),
  };
}

function tableSheet(table: DecisionTable, node: Explanation): Sheet | null {
  const hits = hitsOf(node, 'row', table.rows.length);
  const withCondition = table.rows.some((row) => row.condition);
  return hits && {
    conditions: [...table.inputs.map((input) => input.expression), ...(withCondition || table.inputs.length === 0 ? ['Condition'] : [])],
    results: table.outputs,
    rows: table.rows.map((row, i) => {
      const cells = table.inputs.map((_, column) => (row.otherwise ? 'otherwise' : cellText(row.when?.[column])));
      const extra = withCondition || table.inputs.length === 0 ? [row.otherwise ? 'otherwise' : (row.condition ?? 'any')] : [];
      return { conditions: [...cells, ...extra], results: row.then.map(unquote), hit: hits[i] ?? 'idle' };
    }),
  };
}

/** The hits of all rows in document order; null when the explanation does not list every row. */
function hitsOf(node: Explanation, kind: 'band' | 'row', count: number): Hit[] | null {
  const rows = (node.children ?? []).filter((child) => child.kind === kind);
  return rows.length === count ? rows.map(hitOf) : null;
}

function conditionText(cells: readonly string[], condition: string | null | undefined, otherwise: boolean | null | undefined): string[] {
  if (otherwise) return ['otherwise'];
  const texts = [...cells.map(cellText), ...(condition ? [condition] : [])];
  return texts.length === 0 ? ['any'] : texts;
}

const cellText = (cell: string | null | undefined) => (!cell || cell === '_' ? 'any' : cell);
const unquote = (text: string) => text.replaceAll(/^"|"$/g, '');

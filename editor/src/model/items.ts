import { parts, type Explanation, type Explanations } from './explanation';
import type { WorkflowDetail } from './workflow';

/** What a score or table is made of. A score whose explanation does not list its items has those of its workflow, each explained under its own name. */
export function itemsOf(node: Explanation, workflow: WorkflowDetail, explanations: Explanations): Explanation[] {
  const listed = parts(node);
  const score = workflow.scores?.find(({ name }) => name === node.text);
  if (listed.length > 0 || !score) return listed;
  return score.items.flatMap(({ name }) => {
    const item = explanations[name];
    return item ? [{ ...item, text: name, kind: 'reference' as const, target: name, children: [] }] : [];
  });
}

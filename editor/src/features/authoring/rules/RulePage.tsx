import type { RuleView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';

export function RulePage({ rule }: { rule: RuleView }) {
  return <h2>{rule.title ?? humanize(rule.name)}</h2>;
}

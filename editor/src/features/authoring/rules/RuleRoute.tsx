import { useParams } from '@tanstack/react-router';
import { withNested } from '../../../model/documents/workflowDocument';
import { EmptyState } from '../../../ui/EmptyState';
import { useWorkflowEditing } from '../WorkflowEditing';
import { RulePage } from './RulePage';

export function RuleRoute() {
  const { rule: name } = useParams({ from: '/changes/$change/workflows/$folder/rules/$rule' });
  const { view } = useWorkflowEditing();
  const rule = view.rules.flatMap(withNested).find((candidate) => candidate.name === name);
  if (!rule) return <EmptyState page icon="question" title={`There is no rule “${name}” here`}><p>It may have been renamed or removed. The list at the side shows what there is.</p></EmptyState>;
  return <RulePage key={rule.pointer} rule={rule} />;
}

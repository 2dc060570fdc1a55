import { Link } from '@tanstack/react-router';
import { withNested } from '../../../model/documents/workflowDocument';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { ruleTitle } from './useRuleEdit';

/** A rule by its name: of this workflow as a link under its title, of another one as it is written. */
export function RuleLink({ name }: { name: string }) {
  const { view, folder } = useWorkflowEditing();
  const { key } = useWorkspace();
  const rule = view.rules.flatMap(withNested).find((candidate) => candidate.name === name);
  return rule
    ? <Link to="/changes/$change/workflows/$folder/rules/$rule" params={{ change: key, folder, rule: name }}>{ruleTitle(rule)}</Link>
    : <code>{name}</code>;
}

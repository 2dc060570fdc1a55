import type { OutlineAnswer, OutlineRuleAnswer } from '../../../api/generated';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { useAboutDraft } from '../../workspace/useLanguage';
import { useWorkflowEditing } from '../WorkflowEditing';

/** What the server makes of the workflow as it is on the screen; undefined while it is not known, or when nothing can be understood. */
export function useOutline(): OutlineAnswer | undefined {
  const { view } = useWorkflowEditing();
  return useAboutDraft<OutlineAnswer>('outline', { workflow: view.name }, true, 400).data;
}

export const outlineOf = (outline: OutlineAnswer | undefined, { name }: Pick<RuleView, 'name'>): OutlineRuleAnswer | undefined =>
  outline?.rules.find((rule) => rule.name === name);

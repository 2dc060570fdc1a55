import type { OutlineAnswer, OutlineRuleAnswer } from '../../api/generated';
import type { RuleView } from '../../model/documents/workflowDocument';
import { useAboutDraft } from '../workspace/useLanguage';
import { useWorkflowEditing } from './WorkflowEditing';

/** What the server makes of a workflow as it is on the screen; without data while it is not known, or when nothing can be understood. */
export const useOutlineOf = (workflow: string) => useAboutDraft<OutlineAnswer>('outline', { workflow }, workflow !== '');

/** Of the workflow that the page is about. */
export const useOutline = () => useOutlineOf(useWorkflowEditing().view.name);

export const outlineOf = (outline: OutlineAnswer | undefined, { name }: Pick<RuleView, 'name'>): OutlineRuleAnswer | undefined =>
  outline?.rules.find((rule) => rule.name === name);

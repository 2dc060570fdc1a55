import type { RuleView } from '../../../model/documents/workflowDocument';
import { MessageEditor } from '../../condition/text/MessageEditor';
import { useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import { useRuleEdit } from './useRuleEdit';

/** What is said while facts are missing. */
export function UndeterminedCard({ rule }: { rule: RuleView }) {
  const { view } = useWorkflowEditing();
  const { set } = useRuleEdit(rule);
  const write = (text: string) => { set(text === '' ? ['WhenUndetermined'] : ['WhenUndetermined', 'Text'], text, 'text when undetermined', true); };
  return (
    <RuleCard title="When it cannot be decided yet" note="Shown while facts are missing, beside what is missing. Leave it empty when the list of missing facts says enough.">
      <MessageEditor label="Text when undetermined" text={rule.whenUndetermined ?? ''} place={{ workflow: view.name, rule: rule.name, isCondition: false }} onChange={write} />
      <FieldFindings pointer={`${rule.pointer}/WhenUndetermined`} below />
    </RuleCard>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { urgencyWords, strengthWords } from '../../../model/status';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { MessageEditor } from '../../condition/text/MessageEditor';
import { useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import styles from './Rules.module.css';
import { useRuleEdit } from './useRuleEdit';

const choices = (words: readonly (readonly [string, string])[], current: string | null) => [
  { value: '', label: 'Not stated' },
  ...words.map(([value, label]) => ({ value, label })),
  ...(current && !words.some(([value]) => value === current) ? [{ value: current, label: `${current} (not known)` }] : []),
];

const urgencies = Object.entries(urgencyWords).map(([value, { title, text }]) => [value, `${title}: ${text}`] as const);
const strengths = Object.entries(strengthWords);

/** What the rule advises when it is met. */
export function RecommendationCard({ rule }: { rule: RuleView }) {
  const { view } = useWorkflowEditing();
  const { set } = useRuleEdit(rule);
  const { recommendation } = rule;
  const pointer = `${rule.pointer}/Recommendation`;
  if (!recommendation) {
    return (
      <RuleCard title="Recommendation" note="None yet. A rule without one only answers yes or no, for other rules to read.">
        <div><Button size="compact-sm" variant="light" leftSection={<Icon name="plus" size={14} />} onClick={() => { set(['Recommendation'], { Text: '' }, 'recommendation'); }}>Add a recommendation</Button></div>
        <EventField rule={rule} />
      </RuleCard>
    );
  }
  return (
    <RuleCard
      title="Recommendation" note={<>Offer options with their basis; never command. <code>$(name)</code> puts a value of the patient into the text.</>}
      action={<Button size="compact-sm" variant="subtle" color="gray" onClick={() => { set(['Recommendation'], undefined, 'recommendation'); }}>Remove</Button>}
    >
      <MessageEditor label="Text of the recommendation" text={recommendation.text} place={{ workflow: view.name, rule: rule.name, isCondition: false }} onChange={(text) => { set(['Recommendation', 'Text'], text, 'recommendation', true); }} />
      <FieldFindings pointer={`${pointer}/Text`} />
      <div className={styles.two}>
        <div>
          <NativeSelect label="Urgency" value={recommendation.urgency ?? ''} data={choices(urgencies, recommendation.urgency)} onChange={(event) => { set(['Recommendation', 'Urgency'], event.currentTarget.value, 'urgency'); }} />
          <FieldFindings pointer={`${pointer}/Urgency`} />
        </div>
        <div>
          <NativeSelect label="Strength" value={recommendation.strength ?? ''} data={choices(strengths, recommendation.strength)} onChange={(event) => { set(['Recommendation', 'Strength'], event.currentTarget.value, 'strength'); }} />
          <FieldFindings pointer={`${pointer}/Strength`} />
        </div>
      </div>
      <FieldFindings pointer={pointer} />
      <EventField rule={rule} />
    </RuleCard>
  );
}

function EventField({ rule }: { rule: RuleView }) {
  const { set } = useRuleEdit(rule);
  const { successEvent } = rule;
  return (
    <div>
      <TextInput label="Event" description="What applications are told when the rule is met. Leave it empty when nothing listens." value={successEvent ?? ''} spellCheck={false} autoComplete="off" onChange={(event) => { set(['SuccessEvent'], event.currentTarget.value, 'event', true); }} />
      <FieldFindings pointer={`${rule.pointer}/SuccessEvent`} />
    </div>
  );
}

import type { RuleView } from '../../../model/documents/workflowDocument';
import { LaterPart } from '../Later';
import { useWorkflowEditing } from '../WorkflowEditing';
import { CitationsCard } from './CitationsCard';
import { LocalParams } from './LocalParams';
import { NestedRules } from './NestedRules';
import { RecommendationCard } from './RecommendationCard';
import { RuleCondition } from './RuleCondition';
import { RuleCoverage } from './RuleCoverage';
import { RuleHead } from './RuleHead';
import { RuleLinks } from './RuleLinks';
import { RuleReading } from './RuleReading';
import styles from './Rules.module.css';
import { UndeterminedCard } from './UndeterminedCard';
import { WithholdsCard } from './WithholdsCard';

/** One rule: when it applies, what it recommends, and on whose evidence. */
export function RulePage({ rule }: { rule: RuleView }) {
  const { readOnly } = useWorkflowEditing();
  if (readOnly !== null) return <RuleReading rule={rule} />;
  return (
    <div className={styles.page}>
      <LaterPart rule={rule} Part={RuleHead} />
      {rule.operator === null && rule.rules.length === 0 ? <RuleCondition rule={rule} /> : <NestedRules rule={rule} />}
      <LaterPart rule={rule} Part={LocalParams} />
      <LaterPart rule={rule} Part={RecommendationCard} />
      <LaterPart rule={rule} Part={UndeterminedCard} />
      <LaterPart rule={rule} Part={CitationsCard} />
      <LaterPart rule={rule} Part={WithholdsCard} />
      <LaterPart rule={rule} Part={RuleCoverage} />
      <LaterPart rule={rule} Part={RuleLinks} />
    </div>
  );
}

import type { RuleView } from '../../../model/documents/workflowDocument';
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
      <RuleHead rule={rule} />
      {rule.operator === null && rule.rules.length === 0 ? <RuleCondition rule={rule} /> : <NestedRules rule={rule} />}
      <LocalParams rule={rule} />
      <RecommendationCard rule={rule} />
      <UndeterminedCard rule={rule} />
      <CitationsCard rule={rule} />
      <WithholdsCard rule={rule} />
      <RuleCoverage rule={rule} />
      <RuleLinks rule={rule} />
    </div>
  );
}

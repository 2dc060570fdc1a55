import type { RuleResult } from '../../model/decision';
import { Disclosure } from '../../ui/Disclosure';
import { useExplanationScope } from './context';
import styles from './Explanation.module.css';
import { NodeView } from './NodeView';

/** "Why?" of one rule: its condition, taken apart, each part with its value. */
export function RuleExplanation({ rule }: { rule: RuleResult }) {
  const { explanation } = rule;
  if (!explanation) return null;
  const question = rule.verdict === 'notMet' ? 'Why not?' : 'Why?';
  return (
    <Disclosure summary={question} label={`${question} ${rule.title ?? rule.name}`}>
      {() => <RuleReasons rule={rule} />}
    </Disclosure>
  );
}

/** The parts of the condition in words, each with its value, the condition as it is written, and what would make it come out otherwise. */
export function RuleReasons({ rule }: { rule: RuleResult }) {
  const { whatWouldChange } = useExplanationScope();
  const { explanation, verdict } = rule;
  if (!explanation) return null;
  return (
    <div className={styles.why}>
      <ul className={styles.tree}><NodeView node={explanation} /></ul>
      <p className={styles.source}>As written: <code>{explanation.text}</code></p>
      {(verdict === 'notMet' || verdict === 'undetermined') && whatWouldChange(rule)}
    </div>
  );
}

import type { RuleResult } from '../../model/decision';
import type { Explanation } from '../../model/explanation';
import { Disclosure } from '../../ui/Disclosure';
import styles from './Explanation.module.css';
import { NodeView } from './NodeView';

/** "Why?" of one rule: its condition, taken apart, each part with its value. */
export function RuleExplanation({ rule }: { rule: RuleResult }) {
  const { explanation } = rule;
  if (!explanation) return null;
  const question = rule.verdict === 'notMet' ? 'Why not?' : 'Why?';
  return (
    <Disclosure summary={question} label={`${question} ${rule.title ?? rule.name}`}>
      {() => <RuleReasons explanation={explanation} />}
    </Disclosure>
  );
}

/** The condition as authored, and below it its parts in words. */
export function RuleReasons({ explanation }: { explanation: Explanation }) {
  return (
    <div className={styles.why}>
      <p className={styles.source}>Rule <code>{explanation.text}</code></p>
      <ul className={styles.tree}><NodeView node={explanation} /></ul>
    </div>
  );
}

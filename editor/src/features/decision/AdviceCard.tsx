import type { ReactNode } from 'react';
import type { Recommendation, RuleResult } from '../../model/decision';
import { strengthWords } from '../../model/status';
import { RuleExplanation } from '../explanation/RuleExplanation';
import { Tag } from '../../ui/Tag';
import styles from './AdviceCard.module.css';
import { EvidenceList } from './EvidenceList';
import { UrgencyTag } from './UrgencyTag';

interface Props {
  readonly item: Recommendation;
  readonly rule: RuleResult | null;
  /** Waiting for facts, or held back by another rule: not advice now. */
  readonly kind: 'given' | 'pending' | 'withheld';
  readonly note?: ReactNode;
}

/** One recommendation with its urgency, text, sources and reasons. */
export function AdviceCard({ item, rule, kind, note }: Props) {
  return (
    <article className={styles.card} data-kind={kind} data-urgency={item.urgency ?? undefined}>
      <div className={styles.head}>
        <h4>{item.title ?? rule?.title ?? item.rule}</h4>
        <div className={styles.tags}>
          {item.strength && <span className={styles.strength}>{strengthWords[item.strength]}</span>}
          {kind === 'pending' && item.urgency === 'emergency' && <Tag icon="hourglass">Not excluded</Tag>}
          <UrgencyTag urgency={item.urgency} />
        </div>
      </div>
      {note}
      {item.text && <p className={styles.text}>{lead(item, rule, kind)}{item.text}</p>}
      {rule && <RuleExplanation rule={rule} />}
      {rule && kind === 'given' && <EvidenceList evidence={rule.evidence} />}
    </article>
  );
}

/** The words of a recommendation that does not apply now must not read as if it did. */
function lead(item: Recommendation, rule: RuleResult | null, kind: Props['kind']): string | null {
  if (kind === 'given' || item.text !== rule?.recommendation?.text) return null;
  return kind === 'pending' ? 'If it applies: ' : 'Held back: ';
}

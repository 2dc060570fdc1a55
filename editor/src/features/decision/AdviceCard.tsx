import type { ReactNode } from 'react';
import type { Recommendation, RuleResult } from '../../model/decision';
import { strengthWords } from '../../model/status';
import { Disclosure } from '../../ui/Disclosure';
import { Tag } from '../../ui/Tag';
import { RuleExplanation } from '../explanation/RuleExplanation';
import styles from './AdviceCard.module.css';
import { EvidenceList } from './EvidenceList';
import { OriginLine } from './OriginLine';
import { UrgencyTag } from './UrgencyTag';

export interface AdviceProps {
  readonly item: Recommendation;
  readonly rule: RuleResult | null;
  /** Waiting for facts, or held back by another rule: not advice now. */
  readonly kind: 'given' | 'pending' | 'withheld';
  readonly level?: 4 | 5;
  /** Its words and reasons only on demand: for the many that may still apply. */
  readonly brief?: boolean;
  /** It stands below the title of its workflow. */
  readonly underWorkflow?: boolean;
}

/** One recommendation with its urgency, text, sources and reasons. */
export function AdviceCard({ note, ...advice }: AdviceProps & { readonly note?: ReactNode }) {
  return (
    <article className={styles.card} data-kind={advice.kind} data-urgency={advice.item.urgency ?? undefined}>
      <AdviceHead {...advice} />
      {note}
      <AdviceBody {...advice} />
    </article>
  );
}

export function AdviceHead({ item, rule, kind, level = 5, underWorkflow }: AdviceProps) {
  const title = item.title ?? rule?.title ?? item.rule;
  return (
    <div className={styles.top}>
      <div className={styles.head}>
        {level === 4 ? <h4>{title}</h4> : <h5>{title}</h5>}
        <div className={styles.tags}>
          {item.strength && <span className={styles.strength}>{strengthWords[item.strength]}</span>}
          {kind === 'pending' && item.urgency === 'emergency' && <Tag icon="hourglass">Not excluded</Tag>}
          <UrgencyTag urgency={item.urgency} />
        </div>
      </div>
      <OriginLine rule={item.rule} underWorkflow={underWorkflow} />
    </div>
  );
}

export function AdviceBody(advice: AdviceProps) {
  const { item, rule, kind, brief } = advice;
  if (brief) {
    if (!item.text && !rule?.explanation) return null;
    return (
      <Disclosure summary="Details" label={`Details of ${item.title ?? rule?.title ?? item.rule}`}>
        {() => <div className={styles.details}><AdviceBody {...advice} brief={false} /></div>}
      </Disclosure>
    );
  }
  return (
    <>
      {item.text && <p className={styles.text}>{lead(item, rule, kind)}{item.text}</p>}
      {rule && <RuleExplanation rule={rule} />}
      {rule && kind === 'given' && <EvidenceList evidence={rule.evidence} />}
    </>
  );
}

/** The words of a recommendation that does not apply now must not read as if it did. */
function lead(item: Recommendation, rule: RuleResult | null, kind: AdviceProps['kind']): string | null {
  if (kind === 'given' || item.text !== rule?.recommendation?.text) return null;
  return kind === 'pending' ? 'If it applies: ' : 'Held back: ';
}

import type { Decision } from '../../model/decision';
import { Disclosure } from '../../ui/Disclosure';
import styles from './Tables.module.css';

/** What exactly decided, so that the same decision can be had again. */
export function Provenance({ decision }: { decision: Decision }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Workflow', decision.workflow],
    ['Release', decision.release == null ? `none (${decision.releaseStatus ?? 'status not stated'})` : `${decision.release} (${decision.releaseStatus ?? 'status not stated'})`],
    ['Content', decision.hash],
    ['Engine', decision.engineVersion],
    ['Decided for', decision.asOf],
    ['Evaluated at', decision.evaluatedAt],
    ['Decision', decision.decisionId],
  ];
  return (
    <Disclosure summary="How to get this decision again">
      {() => (
        <dl className={styles.facts}>
          {facts.map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}
        </dl>
      )}
    </Disclosure>
  );
}

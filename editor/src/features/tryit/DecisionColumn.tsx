import { Skeleton } from '@mantine/core';
import type { WorkflowDetail } from '../../model/workflow';
import { plural, sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';
import { EmptyState } from '../../ui/EmptyState';
import { DecisionPanel } from '../decision/DecisionPanel';
import styles from './TryIt.module.css';
import { CopyRequest } from './CopyRequest';
import type { LiveDecision } from './useDecision';
import { isOutOfUse } from './withoutRetired';

interface Props {
  readonly workflow: WorkflowDetail;
  readonly live: LiveDecision;
  /** How many entries cannot be read and were not sent. */
  readonly unreadable: number;
  readonly empty: boolean;
  /** The request as JSON text. */
  readonly body: string;
}

export function DecisionColumn({ workflow, live, unreadable, empty, body }: Props) {
  const { answer, current } = live;
  return (
    <section className={styles.decision} aria-labelledby="decision-title">
      <div className={styles.decisionHead}>
        <h2 id="decision-title">Decision</h2>
        <CopyRequest workflow={workflow.name} body={body} />
      </div>
      {empty && answer && (
        <Banner tone="info" icon="info" title="Nothing is entered yet">
          <p>Enter what is known; leave the rest unknown. The decision changes while you type, and each missing fact below leads to its field.</p>
        </Banner>
      )}
      {unreadable > 0 && (
        <Banner tone="warn" icon="alert" title={`${plural(unreadable, 'entry', 'entries')} could not be read`}>
          <p>They count as unknown until corrected; they are marked in the form.</p>
        </Banner>
      )}
      {answer
        ? <DecisionPanel workflow={workflow} decision={answer.decision} milliseconds={answer.milliseconds} current={current} outdated={reason(live)} />
        : <NoDecision live={live} />}
    </section>
  );
}

function NoDecision({ live }: { live: LiveDecision }) {
  if (live.connectionLost)
    return <EmptyState icon="offline" title="No decision yet"><p>The server does not answer. The decision appears here as soon as it does.</p></EmptyState>;
  if (isOutOfUse(live))
    return <EmptyState icon="stop" title="Out of use: no decision"><p><CodeText>{sentence(live.problem?.detail ?? 'An administrator took it out of use')}</CodeText></p></EmptyState>;
  if (live.problem)
    return <EmptyState icon="alert" title={live.problem.title}><p><CodeText>{live.problem.detail ?? 'Correct the facts that are marked in the form.'}</CodeText></p></EmptyState>;
  return <Skeleton height={360} />;
}

function reason({ connectionLost, problem }: LiveDecision): string | null {
  if (connectionLost) return 'The server does not answer.';
  if (!problem) return null;
  const count = problem.errors.length;
  if (count > 0) return `The server refused ${plural(count, 'fact')}: see the marks in the form.`;
  return `${problem.detail ?? problem.title}.`;
}

import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { plural, sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';
import { EmptyState } from '../../ui/EmptyState';
import { DecisionPanel } from '../decision/DecisionPanel';
import { useTryItContext } from './TryItContext';
import type { LiveDecision } from './useDecision';
import { useQuestions } from './useQuestions';
import { isOutOfUse } from './withoutRetired';

interface Props {
  /** Leads to what keeps the server from deciding. */
  readonly mend?: ReactNode;
  /** That it is not up to date is said already, above it. */
  readonly told?: boolean;
}

/** The decision, and what is to be said about the facts that it was made from. */
export function DecisionColumn({ mend, told }: Props) {
  const { workflow, live, written } = useTryItContext();
  const { answer, current } = live;
  const questions = useQuestions();
  const unreadable = written.unreadable.length;
  return (
    <>
      {written.json === '{}' && answer && (
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
        ? <DecisionPanel workflow={workflow} decision={answer.decision} milliseconds={answer.milliseconds} current={current} outdated={outdatedBecause(live)} mend={mend} told={told} questions={questions} />
        : <NoDecision live={live} mend={mend} />}
    </>
  );
}

function NoDecision({ live, mend }: { live: LiveDecision; mend: ReactNode }) {
  if (live.connectionLost)
    return <EmptyState icon="offline" title="No decision yet"><p>The server does not answer. The decision appears here as soon as it does.</p></EmptyState>;
  if (isOutOfUse(live))
    return <EmptyState icon="stop" title="Out of use: no decision"><p><CodeText>{sentence(live.problem?.detail ?? 'An administrator took it out of use')}</CodeText></p></EmptyState>;
  if (live.problem)
    return <EmptyState icon="alert" title={live.problem.title} actions={mend}><p><CodeText>{outdatedBecause(live) ?? live.problem.title}</CodeText></p></EmptyState>;
  return <Skeleton height={360} />;
}

/** Why the newest decision is not about what is on the screen; null when it is, or soon will be. */
export function outdatedBecause({ connectionLost, problem }: LiveDecision): string | null {
  if (connectionLost) return 'The server does not answer.';
  if (!problem) return null;
  const [first, ...others] = problem.errors;
  if (problem.kind === 'draft-broken' && first) return `${sentence(first.message)}${others.length > 0 ? ` (and ${plural(others.length, 'more error')})` : ''}`;
  if (first) return `The server refused ${plural(problem.errors.length, 'fact')}: see the marks in the form.`;
  return sentence(problem.detail ?? problem.title);
}

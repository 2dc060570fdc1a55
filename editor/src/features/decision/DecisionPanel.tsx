import type { ReactNode } from 'react';
import type { QuestionAnswer } from '../../api/generated';
import type { Decision } from '../../model/decision';
import type { WorkflowDetail } from '../../model/workflow';
import { Banner } from '../../ui/Banner';
import { RecommendationsSection, WaitingSection, WithheldSection } from './AdviceSections';
import styles from './DecisionPanel.module.css';
import { CodeText } from '../../ui/CodeText';
import { MissingSection } from './MissingSection';
import { NoticesSection } from './NoticesSection';
import { OutputsSection } from './OutputsSection';
import { Provenance } from './Provenance';
import { RulesSection } from './RulesSection';
import { SourceLine } from './SourceLine';
import { StatusSummary } from './StatusSummary';

interface Props {
  readonly decision: Decision;
  readonly workflow: WorkflowDetail;
  readonly milliseconds: number;
  readonly current: boolean;
  /** Why no decision for the facts on screen can be had, while an older one is shown. */
  readonly outdated: string | null;
  /** Leads to what has to be mended first. */
  readonly mend?: ReactNode;
  /** Why it is outdated is said already, above it. */
  readonly told?: boolean;
  /** The missing facts, the most telling first; null until that is known. */
  readonly questions: readonly QuestionAnswer[] | null;
}

/** A whole decision, from the status down to what exactly decided. */
export function DecisionPanel({ decision, workflow, milliseconds, current, outdated, mend, told = false, questions }: Props) {
  const failed = decision.rules?.filter((rule) => rule.verdict === 'failed') ?? [];
  return (
    <>
      {outdated && !told && (
        <Banner tone="bad" icon="alert" title={mend ? 'Not for the draft on screen' : 'Not for the facts on screen'} action={mend}>
          <p><CodeText>{`${outdated} What stands below was decided before.`}</CodeText></p>
        </Banner>
      )}
      <div className={styles.content}>
        <StatusSummary decision={decision} milliseconds={milliseconds} current={current} outdated={outdated !== null} />
        <SourceLine source={decision.source} />
        {failed.length > 0 && (
          <Banner tone="bad" icon="alert" title={failed.length === 1 ? 'A rule failed' : `${failed.length} rules failed`}>
            {failed.map((rule) => <p key={rule.name}><strong>{rule.title ?? rule.name}</strong>: <CodeText>{rule.error?.message ?? 'the cause is not stated'}</CodeText></p>)}
          </Banner>
        )}
        <RecommendationsSection decision={decision} />
        <MissingSection decision={decision} questions={questions} />
        <WaitingSection decision={decision} workflow={workflow} />
        <WithheldSection decision={decision} />
        <OutputsSection decision={decision} workflow={workflow} />
        <RulesSection decision={decision} workflow={workflow} />
        <NoticesSection notices={decision.notices ?? []} />
        <Provenance decision={decision} />
      </div>
    </>
  );
}

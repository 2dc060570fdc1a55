import { useMemo } from 'react';
import { liveSource } from '../../api/queries';
import type { InputForm } from '../../model/facts/form';
import type { WorkflowDetail } from '../../model/workflow';
import { OutOfUseBanner } from '../releases/OutOfUseBanner';
import { useOutOfUse } from '../releases/useOutOfUse';
import { LiveCaseActions } from './cases/LiveCaseActions';
import { LoadedCaseLine } from './cases/LoadedCaseLine';
import { CopyRequest } from './CopyRequest';
import { DecisionColumn } from './DecisionColumn';
import { FactColumn } from './FactColumn';
import { StatusAnnouncer } from './StatusAnnouncer';
import { StatusBar } from './StatusBar';
import styles from './TryIt.module.css';
import { TryItProvider } from './TryItProvider';
import { useDraft } from './useDraft';
import { useTryIt } from './useTryIt';
import { WorkbenchHead } from './WorkbenchHead';

interface Props {
  readonly workflow: WorkflowDetail;
  readonly form: readonly InputForm[];
}

/** A workflow that is live, tried with facts on the whole page. */
export function Workbench({ workflow, form }: Props) {
  const facts = useDraft(workflow.name);
  const outOfUse = useOutOfUse(workflow.name);
  const { name, hash } = workflow;
  const source = useMemo(() => liveSource(name, hash ?? null), [name, hash]);
  const tryIt = useTryIt({ workflow, form, facts, source, blocked: outOfUse.blocked });
  const { view, setView } = tryIt;
  return (
    <TryItProvider tryIt={tryIt}>
      <div className={styles.page} data-view={view}>
        <WorkbenchHead workflow={workflow} />
        <OutOfUseBanner workflow={name} outOfUse={outOfUse} />
        <div className={styles.columns}>
          <div className={styles.facts}>
            <FactColumn>
              <LiveCaseActions />
              <LoadedCaseLine />
            </FactColumn>
          </div>
          <section className={styles.decision} aria-labelledby="decision-title">
            <div className={styles.decisionHead}>
              <h2 id="decision-title">Decision</h2>
              <CopyRequest workflow={name} body={tryIt.request} />
            </div>
            <DecisionColumn />
          </section>
        </div>
        <StatusBar action={view === 'facts' ? 'Decision' : 'Facts'} onAction={() => { setView(view === 'facts' ? 'decision' : 'facts'); window.scrollTo({ top: 0 }); }} />
        <StatusAnnouncer decision={tryIt.decision} />
      </div>
    </TryItProvider>
  );
}

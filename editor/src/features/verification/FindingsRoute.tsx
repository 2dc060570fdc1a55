import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import type { VerificationAnswer } from '../../api/generated';
import { countFindings, groupFindings } from '../../model/verification/findings';
import { counts, plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { usePageTitle } from '../../ui/usePageTitle';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { Looking } from './Looking';
import { NotLookedAt } from './NotLookedAt';
import { useFindings } from './useVerified';
import styles from './Verification.module.css';
import { WorkflowFindings } from './WorkflowFindings';

/** What holds for all patients of a change, or of what is live: rules that nobody meets, rules that contradict each other, patients without a row. */
export function FindingsRoute() {
  const { key, change } = useWorkspace();
  const query = useFindings(null);
  usePageTitle(`Findings · ${key === 'live' ? 'live' : `change ${key}`} · BoneMets.Rules`);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>Findings</h1>
        <p>Golden cases show what is decided for the patients that somebody thought of. Findings are about all patients: a rule that nobody meets, two rules that speak against each other, a patient for whom a table has no row. {change ? 'They are about what is saved in this change.' : 'They are about what is live.'}</p>
      </header>
      <Looking query={query} waiting="All workflows are looked at. This can take some ten seconds.">{(data) => <Found data={data} />}</Looking>
    </div>
  );
}

function Found({ data }: { data: VerificationAnswer }) {
  const { key, change } = useWorkspace();
  const { folderOf } = useNames();
  const touched = useMemo(() => new Set(change?.documents.map(({ name }) => name.split('/')[0])), [change]);
  const isTouched = (workflow: string) => touched.has(folderOf(workflow) ?? undefined);
  const groups = groupFindings(data, isTouched);
  const { warnings, remarks, open } = countFindings(data);
  const isComplete = data.solver !== null && open === 0 && data.notVerified.length === 0;
  return (
    <>
      <p className={styles.total}>
        {`${plural(data.questions, 'question')} about all patients answered, in ${plural(data.workflows.length, 'workflow')}: `}
        <strong>{`${plural(warnings, 'warning')}, ${plural(remarks, 'remark')}`}</strong>{open > 0 && `, and ${counts.format(open)} not decided`}.
      </p>
      <NotLookedAt data={data} />
      {groups.length === 0 && (isComplete
        ? <Banner tone="good" icon="check" title="Nothing was found"><p>{`All ${plural(data.questions, 'question')} about all patients${data.longestList === null ? '' : ` (with lists of up to ${plural(data.longestList, 'entry', 'entries')})`} are answered, and none of the answers speaks against a rule, a table or a score. What the guideline says is for people to compare.`}</p></Banner>
        : <p className={styles.soft}>Nothing was found in what was looked at.</p>)}
      {groups.map((group) => <WorkflowFindings key={group.workflow} group={group} isTouched={isTouched(group.workflow)} />)}
      {change && <p className={styles.soft}>A reviewer sees the same beside <Link to="/changes/$change/review" params={{ change: key }}>what the change does</Link>.</p>}
    </>
  );
}

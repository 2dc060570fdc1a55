import { Link } from '@tanstack/react-router';
import type { ChangeAnswer, VerificationAnswer } from '../../api/generated';
import { sumOf } from '../../model/verification/coverage';
import { countFindings, groupFindings } from '../../model/verification/findings';
import { plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { useNames } from '../changes/useNames';
import { CoverageLines } from '../verification/CoverageLines';
import { Looking } from '../verification/Looking';
import { NotLookedAt } from '../verification/NotLookedAt';
import { useFindings } from '../verification/useVerified';
import { WorkflowFindings } from '../verification/WorkflowFindings';
import styles from './Review.module.css';

/** What is found about all patients in the workflows that the change edits, and how much of them cases show. */
export function ReviewFindings({ change, isRead }: { change: ChangeAnswer; isRead: boolean }) {
  const query = useFindings(null, isRead);
  return (
    <section id="findings" className={styles.block} aria-labelledby="findings-title" tabIndex={-1}>
      <h2 id="findings-title">Findings about all patients</h2>
      <Looking query={query} waiting="The workflows are looked at. This can take some ten seconds.">{(data) => <Found data={data} change={change} />}</Looking>
    </section>
  );
}

function Found({ data, change }: { data: VerificationAnswer; change: ChangeAnswer }) {
  const { folderOf } = useNames();
  const folders = new Set<string | null>(change.documents.map(({ name }) => name.split('/')[0] ?? null));
  const isEdited = ({ workflow }: { readonly workflow: string }) => folders.has(folderOf(workflow));
  const workflows = data.workflows.filter(isEdited);
  const own = { workflows, findings: data.findings.filter(isEdited), open: data.open.filter(isEdited) };
  const { warnings, remarks, open } = countFindings(own);
  const elsewhere = countFindings(data);
  return (
    <>
      <NotLookedAt data={{ solver: data.solver, notVerified: data.notVerified.filter((workflow) => isEdited({ workflow })) }} />
      <p className={styles.inline}>
        <Icon name={warnings + open > 0 ? 'alert' : 'check'} size={16} />
        <span>{`${plural(warnings, 'warning')}, ${plural(remarks, 'remark')} and ${plural(open, 'question')} not decided in ${plural(workflows.length, 'workflow')} that this change edits; ${plural(elsewhere.warnings - warnings, 'warning')} elsewhere.`} <Link to="/changes/$change/verification" params={{ change: String(change.id) }}>All findings</Link></span>
      </p>
      {groupFindings(own).map((group) => <WorkflowFindings key={group.workflow} group={group} isTouched={false} level={3} />)}
      {workflows.length > 0 && <><h3>What the golden cases show of them</h3><CoverageLines totals={sumOf(workflows.map(({ coverage }) => coverage))} /></>}
    </>
  );
}

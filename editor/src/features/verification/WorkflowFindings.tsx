import { Link } from '@tanstack/react-router';
import type { OpenQuestionAnswer } from '../../api/generated';
import { findingKey, type FindingGroup } from '../../model/verification/findings';
import { plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { FindingItem } from './FindingItem';
import { useWorkflowHere } from './useWorkflowHere';
import styles from './Verification.module.css';

/** What was found in one workflow: warnings stand open, remarks behind their count, what is not decided beside them. */
export function WorkflowFindings({ group: { workflow, warnings, remarks, open }, isTouched, level = 2 }: { group: FindingGroup; isTouched: boolean; level?: 2 | 3 }) {
  const { key } = useWorkspace();
  const here = useWorkflowHere(workflow);
  const title = here.folder === null ? here.title : <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder: here.folder }}>{here.title}</Link>;
  return (
    <section className={styles.group} aria-label={`Findings in: ${here.title}`}>
      <div className={styles.groupHead}>
        {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
        {isTouched && <Tag tone="info">Touched by this change</Tag>}
      </div>
      {warnings.length > 0 && <ul className={styles.findings}>{warnings.map((finding) => <FindingItem key={findingKey(finding)} finding={finding} here={here} />)}</ul>}
      {remarks.length > 0 && (
        <Disclosure summary={`Show ${plural(remarks.length, 'remark')}`} label={`Show ${plural(remarks.length, 'remark')}: ${here.title}`}>
          {() => <ul className={styles.findings}>{remarks.map((finding) => <FindingItem key={findingKey(finding)} finding={finding} here={here} />)}</ul>}
        </Disclosure>
      )}
      {open.length > 0 && <OpenQuestions open={open} of={here.title} />}
    </section>
  );
}

/** What was asked and not answered: it is neither right nor wrong. */
function OpenQuestions({ open, of }: { open: readonly OpenQuestionAnswer[]; of: string }) {
  return (
    <div className={styles.open}>
      <p><Icon name="question" size={16} /> <strong>{plural(open.length, 'question')} not decided</strong></p>
      <ul aria-label={`Not decided of ${of}`}>
        {open.map(({ subject, why }) => <li key={`${subject} ${why}`}><CodeText>{sentence(subject)}</CodeText> <span className={styles.soft}><CodeText>{sentence(why)}</CodeText></span></li>)}
      </ul>
    </div>
  );
}

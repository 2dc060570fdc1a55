import { Link } from '@tanstack/react-router';
import { caseNamed } from '../../model/verification/coverage';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Coverage.module.css';

interface Props {
  /** As coverage names them. */
  readonly cases: readonly string[];
  /** How many there are in all. */
  readonly count: number;
  /** The workflow whose cases go without its name. */
  readonly workflow: string;
}

/** The first of the cases that show something. */
export function CaseLinks({ cases, count, workflow }: Props) {
  const { key } = useWorkspace();
  const { folderOf, titleOfWorkflow } = useNames();
  if (cases.length === 0) return null;
  return (
    <ul className={styles.cases}>
      {cases.map((reference) => {
        const { workflow: of, id } = caseNamed(reference, workflow);
        const folder = folderOf(of);
        const words = of === workflow ? id : `${id} (${titleOfWorkflow(of)})`;
        return <li key={reference}>{folder === null ? words : <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change: key, folder, case: id }}>{words}</Link>}</li>;
      })}
      {count > cases.length && <li>and {count - cases.length} more</li>}
    </ul>
  );
}

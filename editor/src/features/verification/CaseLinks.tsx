import { Link } from '@tanstack/react-router';
import { groupedBy } from '../../model/groupedBy';
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

/** The first of the cases that show something, those of other workflows below the title of theirs. */
export function CaseLinks({ cases, count, workflow }: Props) {
  const { key } = useWorkspace();
  const { folderOf, titleOfWorkflow } = useNames();
  if (cases.length === 0) return null;
  const groups = [...groupedBy(cases.map((reference) => caseNamed(reference, workflow)), (named) => named.workflow)].sort(([a], [b]) => Number(b === workflow) - Number(a === workflow));
  return (
    <div className={styles.cases}>
      {groups.map(([of, named]) => {
        const folder = folderOf(of);
        return (
          <div key={of}>
            {of !== workflow && <p>{titleOfWorkflow(of)}:</p>}
            <ul>{named.map(({ id }) => <li key={id}>{folder === null ? id : <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change: key, folder, case: id }}>{id}</Link>}</li>)}</ul>
          </div>
        );
      })}
      {count > cases.length && <p>and {count - cases.length} more</p>}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Group } from '../../model/grouping';
import { Disclosure } from '../../ui/Disclosure';
import { useExplanationScope } from '../explanation/context';
import styles from './WorkflowGroups.module.css';

interface Props<T> {
  readonly groups: readonly Group<T>[];
  /** A few words about what a group holds. */
  readonly detail?: (items: readonly T[]) => string;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** What belongs to each workflow of a composed one, folded, with its count. */
export function WorkflowGroups<T>({ groups, detail, children }: Props<T>) {
  const { workflowTitle } = useExplanationScope();
  return (
    <ul className={styles.list}>
      {groups.map(({ workflow, items }) => (
        <li key={workflow ?? ''}>
          <Disclosure plain heading={4} className={styles.group} summary={(
            <span className={styles.words}>
              <span>{workflowTitle(workflow)}</span>
              <span className={styles.count}>{items.length}{detail && <>{' · '}{detail(items)}</>}</span>
            </span>
          )}>
            {() => <div className={styles.inside}>{children(items)}</div>}
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

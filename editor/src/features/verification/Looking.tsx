import type { ReactNode } from 'react';
import { ProblemResponse } from '../../api/problem';
import { Banner } from '../../ui/Banner';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import type { Verified } from './useVerified';
import styles from './Verification.module.css';

interface Props<T> {
  readonly query: Verified<T>;
  /** What is looked at, for those who wait. */
  readonly waiting: string;
  readonly children: (data: T) => ReactNode;
}

/** An answer about what is saved: while it is on its way the former one stays in sight, dimmed, and says of what it is. */
export function Looking<T>({ query: { data, isCurrent, isAsking, error, retry }, waiting, children }: Props<T>) {
  const isBroken = error instanceof ProblemResponse && error.problem.kind === 'draft-broken';
  const isOld = data !== undefined && !isCurrent;
  return (
    <>
      <p role="status" className={styles.looking} data-shown={isAsking || isOld || undefined}>
        {isAsking && <span className={styles.waiting}><Icon name="hourglass" size={16} /> <span>{waiting}</span></span>}
        {isOld && <span className={styles.soft}>What stands below is of the last saved text.</span>}
      </p>
      {isBroken
        ? <Banner tone="warn" icon="alert" title="Not looked at, because there are errors"><p>Mend the errors of this workflow, or of one that it uses, first. Then it is looked at by itself.</p></Banner>
        : error && <div className={styles.failed}><FormProblem error={error} /><button type="button" className={styles.again} onClick={retry}>Try again</button></div>}
      {data !== undefined && <div className={styles.answer} data-outdated={isOld || undefined}>{children(data)}</div>}
    </>
  );
}

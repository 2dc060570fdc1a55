import { useQuery } from '@tanstack/react-query';
import { proofsQuery } from '../../api/verification';
import type { ChangeAnswer, ProofsAnswer } from '../../api/generated';
import { countProofs, proofGroups } from '../../model/verification/proofs';
import { counts, plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import { ProvedWorkflow } from './ProvedWorkflow';
import styles from './Review.module.css';

interface Props {
  readonly change: ChangeAnswer;
  /** The content that this page shows. */
  readonly seen: string;
  /** The rest of the page stands. */
  readonly isRead: boolean;
}

/** For whom the change decides otherwise, of all patients there can be: what is proved to be the same, what differs and for whom, what is not known. */
export function ProofsSection({ change, seen, isRead }: Props) {
  const { data, error, isFetching } = useQuery({ ...proofsQuery(change.id, seen), enabled: isRead });
  const isMoved = data !== undefined && data.contentHash !== seen;
  return (
    <section id="proofs" className={styles.block} aria-labelledby="proofs-title" tabIndex={-1}>
      <h2 id="proofs-title">Who is decided otherwise</h2>
      <p className={styles.soft}>Every rule and every value that the change touches is compared with release {change.base} for all patients, not only for those who were tried.</p>
      <p role="status" className={styles.inline}>{(isFetching || !isRead) && !data && <><Icon name="hourglass" size={16} /> Rule by rule is compared. This can take some ten seconds; all else on this page can be read meanwhile.</>}</p>
      <FormProblem error={error} titles={{ 'draft-broken': 'Nothing can be compared while documents have errors' }} />
      {isMoved && <p className={styles.soft}>It was edited meanwhile. Show what it is now to see what is proved of that.</p>}
      {data && !isMoved && <Proved data={data} />}
    </section>
  );
}

function Proved({ data: { solver, workflows } }: { data: ProofsAnswer }) {
  const groups = proofGroups(workflows);
  const { different, undecided, same, obstacles } = countProofs(groups);
  if (solver === null)
    return <Banner tone="warn" icon="alert" title="Nothing is proved"><p>The program that answers questions about all patients (Z3) is not installed on this server. The impact above is known only for patients who were tried.</p></Banner>;
  if (groups.length === 0) return <p className={styles.inline}><Icon name="check" size={16} /> No workflow decides by what was changed: everybody is decided as before.</p>;
  const isSame = different + undecided + obstacles === 0;
  return (
    <>
      <Banner tone={isSame ? 'good' : different > 0 ? 'info' : 'warn'} icon={isSame ? 'check' : different > 0 ? 'info' : 'question'} title={isSame ? 'Proved: everybody is decided as before' : different > 0 ? `${plural(different, 'rule or value', 'rules and values')} ${different === 1 ? 'decides' : 'decide'} otherwise for some patient` : 'Not everything is decided'}>
        <p>
          {`${counts.format(same)} ${same === 1 ? 'is' : 'are'} proved to decide the same for all patients`}
          {undecided > 0 && `, ${counts.format(undecided)} ${undecided === 1 ? 'is' : 'are'} not decided`}
          {obstacles > 0 && `, ${plural(obstacles, 'workflow')} could not be compared`}.
        </p>
      </Banner>
      {groups.map((group) => <ProvedWorkflow key={group.workflow} group={group} />)}
    </>
  );
}

import type { VerificationAnswer } from '../../api/generated';
import { listed } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { useNames } from '../changes/useNames';

/** What nobody looked at is no pass: it is said before anything else. */
export function NotLookedAt({ data: { solver, notVerified } }: { data: Pick<VerificationAnswer, 'solver' | 'notVerified'> }) {
  const { titleOfWorkflow } = useNames();
  return (
    <>
      {solver === null && (
        <Banner tone="warn" icon="alert" title="Most questions were not looked at">
          <p>The program that answers questions about all patients (Z3) is not installed on this server. Only parts that nothing reads are found. Ask who runs the server to install it.</p>
        </Banner>
      )}
      {notVerified.length > 0 && (
        <Banner tone="warn" icon="alert" title={notVerified.length === 1 ? 'One workflow was not looked at' : `${notVerified.length} workflows were not looked at`}>
          <p>{`${listed(notVerified.map(titleOfWorkflow), 'and')}: ${notVerified.length === 1 ? 'it has' : 'they have'} errors, or ${notVerified.length === 1 ? 'does' : 'do'} not say which facts ${notVerified.length === 1 ? 'it takes' : 'they take'}.`}</p>
        </Banner>
      )}
    </>
  );
}

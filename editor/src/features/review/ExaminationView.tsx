import { Button, Skeleton } from '@mantine/core';
import type { ChangeAnswer, ExaminationAnswer } from '../../api/generated';
import { plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { FormProblem } from '../access/FormProblem';
import type { Found } from '../changes/useFound';
import { CaseChanges } from './CaseChanges';
import { FailedCases } from './FailedCases';
import { FindingsByDocument } from './FindingsByDocument';
import { ImpactView } from './ImpactView';
import { MissingStatements } from './MissingStatements';
import styles from './Review.module.css';

/** What was found about the content of a change: what is wrong, which golden cases fail, whom it affects. */
export function ExaminationView({ change, look: { found, isKept, isLooking, error, again } }: { change: ChangeAnswer; look: Found }) {
  return (
    <section className={styles.examination} aria-labelledby="examination">
      <div className={styles.head}>
        <h2 id="examination">What was found</h2>
        {!isKept && <Button size="sm" variant="default" loading={isLooking} onClick={again}>Examine now</Button>}
      </div>
      <FormProblem error={error} titles={{ 'no-library': 'The library cannot be examined' }} />
      {found ? <ExaminationParts change={change} found={found} isKept={isKept} /> : isLooking && <><Skeleton height={160} /><span role="status" className="visually-hidden">Examining the change</span></>}
      {!found && !isLooking && !error && <p className={styles.soft}>No evidence was kept with this change.</p>}
    </section>
  );
}

function ExaminationParts({ change, found, isKept }: { change: ChangeAnswer; found: ExaminationAnswer; isKept: boolean }) {
  return (
    <>
      <p className={styles.soft}>{isKept ? 'Kept when it was submitted, about exactly this content.' : 'Found just now, about what is saved. The same is kept with the change when it is submitted.'}</p>
      {found.base !== change.base && <Banner tone="warn" icon="clock" title={`This was found against release ${found.base}`}><p>{`The change stands on release ${change.base} now. Examine or submit it again.`}</p></Banner>}
      {found.against === 0
        ? <Banner tone="good" icon="check" title="Nothing speaks against it"><p>{found.cases ? `${found.cases.passed === 1 ? 'The golden case passes' : `All ${plural(found.cases.passed, 'golden case')} pass`} and there are no errors.` : 'There are no errors.'}</p></Banner>
        : <Banner tone="bad" icon="alert" title={`${plural(found.against, 'finding')} ${found.against === 1 ? 'speaks' : 'speak'} against it`}><p>Errors and failed golden cases forbid approving and publishing.</p></Banner>}
      <ImpactView impact={found.impact} caseChanges={found.caseChanges} />
      <CaseChanges changes={found.caseChanges} />
      <FailedCases replay={found.cases} />
      <FindingsByDocument diagnostics={found.diagnostics} />
      <MissingStatements missing={found.missingMetadata} />
    </>
  );
}

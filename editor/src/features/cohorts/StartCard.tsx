import { Button } from '@mantine/core';
import type { CohortAnswer, CohortInputAnswer } from '../../api/generated';
import { isRefused, type AnswerLine } from '../../model/cohorts/answers';
import { day } from '../../model/moment';
import { plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import styles from './Cohorts.module.css';
import { useWorkflowTitle } from './useWorkflowTitle';

interface Props {
  readonly run: CohortAnswer;
  readonly input: CohortInputAnswer;
  /** Null while nobody could be decided yet. */
  readonly lines: readonly AnswerLine[] | null;
  readonly problems: number;
  readonly start: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
}

const titles = { 'run-changed': 'Somebody else changed this run: load the page again and look once more' };

/** What will happen, what speaks against it, and the button. */
export function StartCard({ run: { workflow, release, asOf, retired }, input: { patients, format }, lines, problems, start, busy, error }: Props) {
  const title = useWorkflowTitle(workflow);
  const refused = lines?.filter(isRefused).length ?? 0;
  return (
    <section className={styles.start} aria-labelledby="start">
      <h2 id="start">Start</h2>
      {lines !== null && refused > 0 && (
        <Banner tone="warn" icon="alert" title={refused === lines.length ? 'None of the first patients can be read' : `${refused} of the first ${lines.length} patients cannot be read`}>
          <p>They get no decision, but a line that says why. If that is many, look at {format === 'csv' ? 'the columns' : 'the file'} again first.</p>
        </Banner>
      )}
      <p>
        “{title}” decides {plural(patients, 'patient')}, as of {day(asOf)}, with release {release}.
        {' '}{problems > 0 ? `Mend ${problems === 1 ? 'the problem' : `the ${problems} problems`} above first.` : `${format === 'csv' ? 'Input and columns' : 'The input'} cannot be changed after that.`}
      </p>
      <FormProblem error={error} titles={titles} />
      <div><Button leftSection={<Icon name="bolt" size={16} />} disabled={lines === null || retired !== null} loading={busy} onClick={start}>{`Decide ${plural(patients, 'patient')}`}</Button></div>
    </section>
  );
}

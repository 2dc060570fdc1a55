import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { askLanguage } from '../../api/language';
import type { FailedCaseAnswer, ReplayAnswer } from '../../api/generated';
import { formatValue } from '../../model/value';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { FormProblem } from '../access/FormProblem';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { CaseLink } from './CaseLink';
import styles from './Review.module.css';

interface Replayed {
  readonly passed: number;
  readonly failed: number;
  readonly milliseconds: number;
}

/** More than these are shown on demand. */
const most = 5;

/** The golden cases: how many pass, and of each that fails, what came out instead. */
export function FailedCases({ replay }: { replay: ReplayAnswer | null }) {
  const { place } = useWorkspace();
  const again = useMutation({ mutationFn: () => askLanguage<Replayed>('replay', { ...place }) });
  return (
    <Section title="Golden cases" note={replay ? `${plural(replay.passed, 'case')} passed, ${replay.failed.length} failed.` : 'They were not replayed: documents have errors.'}>
      {replay && <FailedList failed={replay.failed.slice(0, most)} />}
      {replay && replay.failed.length > most && <Disclosure summary={`Show ${plural(replay.failed.length - most, 'more failed case')}`}>{() => <FailedList failed={replay.failed.slice(most)} />}</Disclosure>}
      <div className={styles.inline}>
        <Button size="xs" variant="default" loading={again.isPending} onClick={() => { again.mutate(); }}>Replay all cases now</Button>
        <span role="status">{again.data && <><Icon name={again.data.failed === 0 ? 'check' : 'alert'} size={14} /> {`Just now: ${plural(again.data.passed, 'case')} passed, ${again.data.failed} failed, in ${again.data.milliseconds} ms.`}</>}</span>
      </div>
      <FormProblem error={again.error} titles={{ 'draft-broken': 'Nothing can be replayed while documents have errors' }} />
    </Section>
  );
}

const FailedList = ({ failed }: { failed: readonly FailedCaseAnswer[] }) => (failed.length > 0 ? <ul className={styles.cards}>{failed.map((one) => <li key={`${one.workflow} ${one.id}`}><Failed failed={one} /></li>)}</ul> : null);

function Failed({ failed: { workflow, id, title, differences } }: { failed: FailedCaseAnswer }) {
  const { titleOfWorkflow } = useNames();
  return (
    <>
      <p><Icon name="cross" size={16} /> <strong>{title ?? id}</strong> <small>{titleOfWorkflow(workflow)}</small></p>
      <table className={styles.table}>
        <thead><tr><th scope="col">What</th><th scope="col">Expected</th><th scope="col">Came out</th></tr></thead>
        <tbody>{differences.map(({ subject, expected, actual }) => <tr key={subject}><th scope="row"><code>{subject}</code></th><td>{formatValue(expected)}</td><td>{formatValue(actual)}</td></tr>)}</tbody>
      </table>
      <CaseLink workflow={workflow} id={id} />
    </>
  );
}

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { askLanguage } from '../../api/language';
import type { FailedCaseAnswer, ReplayAnswer } from '../../api/generated';
import { differenceWords, type TitleOfRule } from '../../model/cases/differenceWords';
import { counts, plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { FormProblem } from '../access/FormProblem';
import { useNames } from '../changes/useNames';
import { useRuleTitles } from '../changes/useRuleTitles';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { CaseLink } from './CaseLink';
import styles from './Review.module.css';

interface Replayed {
  readonly passed: number;
  readonly failed: number;
}

/** More than these are shown on demand. */
const most = 5;

/** The golden cases: how many pass, and of each that fails, what came out instead. */
export function FailedCases({ replay }: { replay: ReplayAnswer | null }) {
  const { place } = useWorkspace();
  const titlesOf = useRuleTitles(replay?.failed.map(({ workflow }) => workflow) ?? none);
  const again = useMutation({ mutationFn: () => askLanguage<Replayed>('replay', { ...place }) });
  return (
    <Section title="Golden cases" note={replay ? `${plural(replay.passed, 'case')} passed, ${counts.format(replay.failed.length)} failed.` : 'They were not replayed: documents have errors.'}>
      {replay && <FailedList failed={replay.failed.slice(0, most)} titlesOf={titlesOf} />}
      {replay && replay.failed.length > most && <Disclosure summary={`Show ${plural(replay.failed.length - most, 'more failed case')}`}>{() => <FailedList failed={replay.failed.slice(most)} titlesOf={titlesOf} />}</Disclosure>}
      <div className={styles.inline}>
        <Button size="xs" variant="default" loading={again.isPending} onClick={() => { again.mutate(); }}>Replay all cases now</Button>
        <span role="status">{again.data && <><Icon name={again.data.failed === 0 ? 'check' : 'alert'} size={14} /> {`Just now: ${plural(again.data.passed, 'case')} passed, ${again.data.failed} failed.`}</>}</span>
      </div>
      <FormProblem error={again.error} titles={{ 'draft-broken': 'Nothing can be replayed while documents have errors' }} />
    </Section>
  );
}

const none: readonly string[] = [];

type TitlesOf = (own: string) => TitleOfRule;

const FailedList = ({ failed, titlesOf }: { failed: readonly FailedCaseAnswer[]; titlesOf: TitlesOf }) => (failed.length > 0 ? <ul className={styles.cards}>{failed.map((one) => <li key={`${one.workflow} ${one.id}`}><Failed failed={one} titleOf={titlesOf(one.workflow)} /></li>)}</ul> : null);

function Failed({ failed: { workflow, id, title, differences }, titleOf }: { failed: FailedCaseAnswer; titleOf: TitleOfRule }) {
  const { titleOfWorkflow } = useNames();
  return (
    <>
      <p><Icon name="cross" size={16} /> <strong>{title ?? id}</strong> <small>{titleOfWorkflow(workflow)}</small></p>
      <table className={styles.table}>
        <thead><tr><th scope="col">What</th><th scope="col">Expected</th><th scope="col">Came out</th></tr></thead>
        <tbody>{differences.map((difference) => {
          const { about, expected, actual } = differenceWords(difference, titleOf);
          return <tr key={difference.subject}><th scope="row" title={difference.subject}>{about}</th><td>{expected}</td><td>{actual}</td></tr>;
        })}</tbody>
      </table>
      <CaseLink workflow={workflow} id={id} />
    </>
  );
}

import { Button } from '@mantine/core';
import type { CoverageAnswer } from '../../api/generated';
import { gapsOf, type CoverageGap } from '../../model/verification/coverage';
import { inWords } from '../../model/verification/plainWords';
import { plural, sentence } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import styles from './Coverage.module.css';
import { CoverageLines } from './CoverageLines';
import { Looking } from './Looking';
import { PlaceLink } from './PlaceLink';
import { useCoverage } from './useVerified';
import { useWorkflowHere } from './useWorkflowHere';

/** More than these are shown on demand. */
const most = 6;

/** What the golden cases show of this workflow, and what no case shows. `onStart` begins a case that is about something; null: none can be made here. */
export function CoverageSection({ onStart }: { onStart: ((about: string) => void) | null }) {
  const { view } = useWorkflowEditing();
  const query = useCoverage(view.name);
  return (
    <Section title="What the cases show">
      <p className={styles.note}>A case shows a verdict, a row or a side of a condition when its decision hangs on it. Cases of workflows that use this one count too.</p>
      <Looking query={query} waiting="Counting what the cases show …">{(data) => <Covered data={data} onStart={onStart} />}</Looking>
    </Section>
  );
}

function Covered({ data: { totals, elements }, onStart }: { data: CoverageAnswer; onStart: ((about: string) => void) | null }) {
  const gaps = gapsOf(elements);
  return (
    <>
      <CoverageLines totals={totals} />
      {gaps.length === 0
        ? <p className={styles.all}><Icon name="check" size={16} /> Cases show everything that there is to show.</p>
        : (
          <section className={styles.gaps} aria-labelledby="no-case-shows">
            <h4><span id="no-case-shows">What no case shows</span> <small>{gaps.length}</small></h4>
            <Gaps gaps={gaps.slice(0, most)} onStart={onStart} />
            {gaps.length > most && <Disclosure summary={`Show ${plural(gaps.length - most, 'more', 'more')}`}>{() => <Gaps gaps={gaps.slice(most)} onStart={onStart} />}</Disclosure>}
          </section>
        )}
    </>
  );
}

function Gaps({ gaps, onStart }: { gaps: readonly CoverageGap[]; onStart: ((about: string) => void) | null }) {
  const { view, folder } = useWorkflowEditing();
  const { words } = useWorkflowHere(view.name);
  return (
    <ul className={styles.list}>
      {gaps.map(({ element: { place: { pointer, start }, kind }, side: { name, wanted } }) => (
        <li key={`${kind} ${pointer} ${start ?? ''} ${name}`}>
          <div>
            <p><PlaceLink folder={folder} view={view} pointer={pointer} /></p>
            <p className={styles.wanted}>Wanted: {inWords(wanted, words)}.</p>
          </div>
          {onStart && <Button size="compact-sm" variant="default" leftSection={<Icon name="plus" size={14} />} aria-label={`Start a case: ${inWords(wanted, words)}`} onClick={() => { onStart(sentence(inWords(wanted, words))); }}>Start a case</Button>}
        </li>
      ))}
    </ul>
  );
}

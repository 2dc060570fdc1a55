import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MutationAnswer } from '../../api/generated';
import { groupSurvivors, mistakeKey, noticedOf, withKept, type KeptGroup, type SurvivorGroup } from '../../model/verification/survivors';
import { counts, plural, sentence } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { Looking } from './Looking';
import { Mistake } from './Mistake';
import { SuggestionCard } from './SuggestionCard';
import styles from './Survivors.module.css';
import { useSurvivors } from './useVerified';

/** It is longer than a narrow screen. */
const label = { label: { whiteSpace: 'normal' } } as const;

/** What happens when somebody makes a small mistake in a rule: does a golden case fail? Looked for only when somebody asks. */
export function SurvivorsSection() {
  const { view, readOnly } = useWorkflowEditing();
  const [isAsked, ask] = useState(false);
  const query = useSurvivors(view.name, isAsked);
  return (
    <Section title="Small mistakes that no case notices">
      <p className={styles.soft}>Each rule, row and value is made wrong in small ways, one at a time: “above” becomes “at least”, 9 becomes 10, a condition is left out. Whenever no case fails, a real mistake of this kind would go unseen.</p>
      {!isAsked && <div><Button size="sm" h="auto" mih="2.25rem" py="0.375rem" maw="100%" styles={label} variant="default" leftSection={<Icon name="search" size={15} />} onClick={() => { ask(true); }}>Look for small mistakes that no case notices</Button></div>}
      {isAsked && <Looking query={query} waiting="Small mistakes are made one after the other, and all cases are replayed for each. This takes some seconds.">{(data) => <Found data={data} readOnly={readOnly !== null} />}</Looking>}
    </Section>
  );
}

function Found({ data: { score, survivors, equivalents }, readOnly }: { data: MutationAnswer; readOnly: boolean }) {
  const { noticed, total } = noticedOf(score);
  const [kept, keep] = useState<readonly KeptGroup[]>([]);
  const groups = withKept(groupSurvivors(survivors), kept);
  return (
    <>
      <p className={styles.score}><strong>{counts.format(noticed)} of {plural(total, 'small mistake')}</strong> {total === 1 ? 'is' : 'are'} noticed by a case{survivors.length === 0 && total > 0 ? ': all of them.' : '.'}</p>
      {survivors.length > 0 && !readOnly && <p className={styles.soft}>A suggested case says what the rules decide now. Accept it only when that is right for this patient; the case notes that a clinician still has to confirm it.</p>}
      {groups.length > 0 && <ul className={styles.groups} aria-label="Mistakes that no case notices">{groups.map((group, at) => <Group key={group.suggestion?.text ?? ''} group={group} onAccept={() => { keep([...kept, { group, at }]); }} />)}</ul>}
      {equivalents.length > 0 && (
        <Disclosure summary={`${plural(equivalents.length, 'other small mistake')} that no case can notice, because ${equivalents.length === 1 ? 'it decides' : 'they decide'} the same`}>
          {() => <ul className={styles.equivalents}>{equivalents.map((mistake) => <li key={mistakeKey(mistake)}><Mistake of={mistake} /><p className={styles.soft}>{sentence(mistake.reason)}</p></li>)}</ul>}
        </Disclosure>
      )}
    </>
  );
}

function Group({ group: { suggestion, survivors }, onAccept }: { group: SurvivorGroup; onAccept: () => void }) {
  const [first] = survivors;
  return (
    <li className={styles.group}>
      {survivors.map((mistake, i) => <Mistake key={mistakeKey(mistake)} of={mistake} isFirst={survivors[i - 1]?.place.pointer !== mistake.place.pointer} />)}
      {suggestion && first ? <SuggestionCard suggestion={suggestion} pointer={first.place.pointer} onAccept={onAccept} /> : <p className={styles.soft}>No case was found that would notice {survivors.length === 1 ? 'this one' : 'these'}. Look whether {survivors.length === 1 ? 'it makes' : 'they make'} a difference for any patient.</p>}
    </li>
  );
}

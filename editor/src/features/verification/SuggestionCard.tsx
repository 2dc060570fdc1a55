import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { SuggestedCaseAnswer } from '../../api/generated';
import { placeOf } from '../../model/documents/places';
import { factLabel } from '../../model/facts/labels';
import { localName } from '../../model/grouping';
import { expectedWords, readSuggestion } from '../../model/verification/suggestion';
import { inWords } from '../../model/verification/plainWords';
import { humanize } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { useWorkspace } from '../workspace/WorkspaceContext';
import { PatientWords } from './PatientWords';
import { ShowPatient } from './ShowPatient';
import styles from './Survivors.module.css';
import { useSuggestion } from './useSuggestion';
import { useWorkflowHere } from './useWorkflowHere';

/** A case that would notice mistakes: its patient and what it expects, to accept with one press. `pointer`: where the first of the mistakes is. */
export function SuggestionCard({ suggestion, pointer, onAccept }: { suggestion: SuggestedCaseAnswer; pointer: string; onAccept: () => void }) {
  const added = useRef<HTMLSpanElement>(null);
  const { key } = useWorkspace();
  const { view, form, titles, words } = useWorkflowHere(suggestion.workflow);
  const { folder, acceptedAs, accept } = useSuggestion(suggestion);
  const { facts, asOf, expect } = useMemo(() => readSuggestion(suggestion), [suggestion]);
  const expected = expectedWords(expect, {
    rule: (name) => titles?.get(name) ?? humanize(localName(name)),
    value: (name) => humanize(localName(name)),
    fact: (path) => (form ? factLabel(form, path) : path),
  });
  // The button that was pressed is gone then.
  const accepted = () => {
    accept?.();
    onAccept();
    requestAnimationFrame(() => { added.current?.focus(); });
  };
  return (
    <div className={styles.suggestion}>
      <p className={styles.title}><strong>A case that notices it:</strong> {inWords(suggestion.title, words)}</p>
      <PatientWords facts={facts} asOf={asOf} form={form} />
      <p className={styles.expected}>Expects {expected.map(({ about, expected: value }, i) => <span key={about}>{i > 0 && ', '}“{about}” <strong>{value}</strong></span>)}.</p>
      <div className={styles.actions}>
        {acceptedAs === null
          ? accept && <Button size="compact-sm" leftSection={<Icon name="plus" size={14} />} aria-label={`Accept this case: ${suggestion.id}`} onClick={accepted}>Accept this case</Button>
          : <span role="status" ref={added} tabIndex={-1} className={styles.added}><Tag tone="good" icon="check">Added</Tag> {folder !== null && <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change: key, folder, case: acceptedAs }}>Open case {acceptedAs}</Link>}</span>}
        {folder !== null && view && <ShowPatient folder={folder} place={placeOf(view, pointer)} name={acceptedAs ?? suggestion.id} facts={facts} asOf={asOf} words="Open in Try it" />}
      </div>
    </div>
  );
}

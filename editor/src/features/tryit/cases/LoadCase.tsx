import { Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CasesView, CaseView } from '../../../model/documents/casesDocument';
import { filterCases, listCases, type ListedCase } from '../../../model/cases/caseList';
import { plural } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { VirtualList } from '../../../ui/VirtualList';
import { useTryItContext } from '../TryItContext';
import styles from './Cases.module.css';
import { fillFrom } from './fillFrom';

interface Props {
  readonly cases: CasesView;
  readonly onClose: () => void;
}

/** Fills the form from a golden case, found by its id, title or reason. */
export function LoadCase({ cases, onClose }: Props) {
  const { form, facts, setView } = useTryItContext();
  const [search, setSearch] = useState('');
  const listed = useMemo(() => listCases(cases.cases, null), [cases]);
  const found = useMemo(() => filterCases(listed, search, false), [listed, search]);
  const load = (golden: CaseView) => {
    fillFrom(facts, form, { text: cases.document.text, node: golden.facts }, { id: golden.id, asOf: golden.asOf });
    setView('facts');
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Load a golden case" size="lg">
      <div className={styles.dialog}>
        <TextInput
          type="search"
          data-autofocus
          aria-label="Search cases"
          placeholder="Id, title, reason or rule"
          leftSection={<Icon name="search" size={16} />}
          value={search}
          onChange={(event) => { setSearch(event.currentTarget.value); }}
        />
        <p className={styles.hint} role="status">{found.length === 0 ? 'No case has these words.' : `${plural(found.length, 'case')}. What is entered now is replaced.`}</p>
        {found.length > 0 && (
          <VirtualList items={found} label="Golden cases" height={58} keyOf={keyOf} className={styles.list}>
            {({ golden }) => (
              <button type="button" className={styles.option} onClick={() => { load(golden); }}>
                <strong>{golden.title ?? golden.id}</strong>
                <span>{[golden.title && golden.id, golden.why].filter(Boolean).join(' · ')}</span>
              </button>
            )}
          </VirtualList>
        )}
      </div>
    </Modal>
  );
}

const keyOf = ({ golden }: ListedCase) => golden.pointer;

import type { ReactNode } from 'react';
import { countEntries } from '../../model/facts/draft';
import { FactForm } from './FactForm';
import { FactFormHead } from './FactFormHead';
import { useTryItContext } from './TryItContext';

/** The form with its search, its date and what else stands above the fields. */
export function FactColumn({ children }: { children?: ReactNode }) {
  const { form, workflow, facts, complaints, filter, setFilter, asOf } = useTryItContext();
  const head = (
    <>
      <FactFormHead
        entered={countEntries(facts.draft)}
        filter={filter}
        onFilter={setFilter}
        asOf={facts.golden ? asOf : null}
        onAsOf={facts.setAsOf}
        onClear={facts.clear}
        onUndoClear={facts.undoClear}
        readOnly={facts.readOnly}
      />
      {children}
    </>
  );
  return <FactForm form={form} facts={workflow.facts} draft={facts.draft} complaints={complaints} filter={filter} onFilter={setFilter} head={head} readOnly={facts.readOnly} />;
}

import { Select } from '@mantine/core';
import type { ColumnDraft, ColumnUse } from '../../model/cohorts/mapping';
import { chosenUse, valueOf, type FactOptions } from './factOptions';
import styles from './Mapping.module.css';

interface Props {
  readonly column: string;
  readonly use: ColumnUse;
  readonly options: FactOptions;
  /** All columns: what another one is already is marked. */
  readonly taken: readonly ColumnDraft[];
  readonly isFaulty: boolean;
  readonly choose: (use: ColumnUse) => void;
}

/** What a column is: found by label, path or description of a fact. */
export function FactSelect({ column, use, options, taken, isFaulty, choose }: Props) {
  const elsewhere = new Map(taken.filter((of) => of.column !== column && of.use.is === 'fact').map((of) => [valueOf(of.use), of.column]));
  return (
    <Select
      aria-label={`${column} is`}
      placeholder="Choose what it is"
      allowDeselect={false}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Undecided: ${column}` }}
      data={options.groups.map(({ group, items }) => ({ group, items: items.map(({ value, label }) => ({ value, label })) }))}
      filter={({ search }) => options.found(search).map(({ group, items }) => ({ group, items: items.map(({ value, label }) => ({ value, label })) }))}
      renderOption={({ option: { value, label } }) => <Option label={label} path={value.startsWith('fact:') ? value.slice(5) : null} elsewhere={elsewhere.get(value) ?? null} />}
      nothingFoundMessage="No such fact: look for another word, or leave the column out"
      maxDropdownHeight={320}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      value={valueOf(use)}
      error={isFaulty}
      onChange={(value) => { choose(chosenUse(value)); }}
    />
  );
}

function Option({ label, path, elsewhere }: { label: string; path: string | null; elsewhere: string | null }) {
  return (
    <div className={styles.option}>
      <span>{label}</span>
      {path && <small>{path}{elsewhere !== null && ` · is “${elsewhere}” already`}</small>}
    </div>
  );
}

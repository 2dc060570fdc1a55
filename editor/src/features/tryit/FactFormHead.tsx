import { Button, Switch, TextInput } from '@mantine/core';
import { Icon } from '../../ui/Icon';
import type { FactFilter } from './FactForm';
import styles from './FactForm.module.css';

interface Props {
  readonly entered: number;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
  /** Null: the date stands elsewhere. */
  readonly asOf: string | null;
  readonly onAsOf: (asOf: string | null) => void;
  readonly onClear: () => void;
  /** Present after "clear all", until something new is entered. */
  readonly onUndoClear: (() => void) | null;
  readonly readOnly: boolean;
}

export function FactFormHead({ entered, filter, onFilter, asOf, onAsOf, onClear, onUndoClear, readOnly }: Props) {
  return (
    <>
      <div className={styles.head}>
        <h2 id="facts-title">Facts</h2>
        <span className={styles.count}>{entered} entered</span>
        {!readOnly && (onUndoClear
          ? <Button variant="light" size="xs" leftSection={<Icon name="undo" size={15} />} onClick={onUndoClear}>Undo clear</Button>
          : <Button variant="default" size="xs" leftSection={<Icon name="trash" size={15} />} disabled={entered === 0} onClick={onClear}>Clear all</Button>)}
      </div>
      <div className={styles.filters}>
        <TextInput
          type="search"
          aria-label="Search facts"
          placeholder="Search facts"
          leftSection={<Icon name="search" size={16} />}
          value={filter.search}
          onChange={(event) => { onFilter({ ...filter, search: event.currentTarget.value }); }}
        />
        {asOf !== null && (
          <div className={styles.date}>
            <label htmlFor="as-of">Decide for</label>
            <TextInput id="as-of" type="date" disabled={readOnly} value={asOf} onChange={(event) => { onAsOf(event.currentTarget.value || null); }} />
          </div>
        )}
        <Switch
          size="sm"
          className={styles.all}
          label="Show all facts, also those that this workflow does not read"
          checked={filter.showAll}
          onChange={(event) => { onFilter({ ...filter, showAll: event.currentTarget.checked }); }}
        />
      </div>
    </>
  );
}

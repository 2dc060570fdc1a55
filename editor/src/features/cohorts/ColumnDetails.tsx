import { NativeSelect, TextInput } from '@mantine/core';
import type { FactTerm } from '../../api/generated';
import { dateFormats, type ColumnDraft } from '../../model/cohorts/mapping';
import type { ColumnPart, PlacedProblem } from '../../model/cohorts/problems';
import { unitText } from '../../model/unit';
import styles from './Mapping.module.css';

interface Props {
  readonly column: ColumnDraft;
  readonly fact: FactTerm;
  readonly problems: readonly PlacedProblem[];
  readonly change: (change: Partial<Omit<ColumnDraft, 'column' | 'use'>>) => void;
}

const usualDate = dateFormats[0];

/** How the values of a column are written, as far as its fact leaves it open. */
export function ColumnDetails({ column: { column: name, unit, date, separator, none }, fact, problems, change }: Props) {
  const isFaulty = (part: ColumnPart) => problems.some((problem) => problem.part === part);
  const only = fact.units.length === 1 ? unitText(fact.units[0]) : '';
  return (
    <>
      {only !== '' && <span className={styles.inline}>in {only}</span>}
      {fact.units.length > 1 && (
        <span className={styles.inline}>
          in
          <NativeSelect
            aria-label={`Unit of ${name}`}
            value={unit ?? ''}
            error={isFaulty('unit')}
            data={[...(unit === null ? [{ value: '', label: 'Choose the unit' }] : []), ...fact.units.map((of) => ({ value: of, label: unitText(of) || of }))]}
            onChange={({ currentTarget: { value } }) => { change({ unit: value || null }); }}
          />
        </span>
      )}
      {fact.type === 'date' && (
        <span className={styles.inline}>
          written
          <NativeSelect
            aria-label={`How dates of ${name} are written`}
            value={date ?? usualDate}
            error={isFaulty('date')}
            data={dateFormats.map((format) => ({ value: format, label: dateExample(format) }))}
            onChange={({ currentTarget: { value } }) => { change({ date: value === usualDate ? null : value }); }}
          />
        </span>
      )}
      {fact.isList && (
        <>
          <span className={styles.inline}>separated by <TextInput className={styles.short} aria-label={`What separates elements of ${name}`} value={separator} error={isFaulty('separator')} onChange={({ currentTarget: { value } }) => { change({ separator: value }); }} /></span>
          <span className={styles.inline}>empty is written <TextInput className={styles.short} aria-label={`How an empty list of ${name} is written`} value={none} error={isFaulty('none')} onChange={({ currentTarget: { value } }) => { change({ none: value }); }} /></span>
        </>
      )}
    </>
  );
}

const dateExample = (format: string) => `${format.replace('yyyy', '2026').replace('MM', '01').replace('dd', '31')} (${format})`;

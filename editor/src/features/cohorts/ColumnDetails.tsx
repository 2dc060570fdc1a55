import { NativeSelect, TextInput } from '@mantine/core';
import type { FactTerm } from '../../api/generated';
import { dateFormats, type ColumnDraft } from '../../model/cohorts/mapping';
import type { ColumnPart, PlacedProblem } from '../../model/cohorts/problems';
import { unitText } from '../../model/unit';
import styles from './Mapping.module.css';
import { ValueMeanings } from './ValueMeanings';

interface Props {
  readonly column: ColumnDraft;
  readonly fact: FactTerm;
  readonly problems: readonly PlacedProblem[];
  readonly change: (change: Partial<Omit<ColumnDraft, 'column' | 'use'>>) => void;
}

/** How the values of a column are written, as far as its fact leaves it open. */
export function ColumnDetails({ column, fact, problems, change }: Props) {
  const { column: name, unit, date, separator, none } = column;
  const isFaulty = (part: ColumnPart) => problems.some((problem) => problem.part === part);
  return (
    <>
      <div className={styles.details}>
        {fact.units.length > 1 && (
          <NativeSelect
            label="Unit"
            aria-label={`Unit of ${name}`}
            value={unit ?? ''}
            error={isFaulty('unit')}
            data={[...(unit === null ? [{ value: '', label: 'Choose the unit' }] : []), ...fact.units.map((of) => ({ value: of, label: unitText(of) || of }))]}
            onChange={(event) => { change({ unit: event.currentTarget.value || null }); }}
          />
        )}
        {fact.units.length === 1 && unitText(fact.units[0]) !== '' && <p className={styles.note}>In {unitText(fact.units[0])}.</p>}
        {fact.type === 'date' && (
          <NativeSelect
            label="Dates are written"
            aria-label={`Dates of ${name} are written`}
            value={date ?? 'yyyy-MM-dd'}
            error={isFaulty('date')}
            data={dateFormats.map((format) => ({ value: format, label: dateExample(format) }))}
            onChange={({ currentTarget: { value } }) => { change({ date: value === 'yyyy-MM-dd' ? null : value }); }}
          />
        )}
        {fact.isList && (
          <>
            <TextInput className={styles.short} label="Between elements" aria-label={`Between elements of ${name}`} value={separator} error={isFaulty('separator')} onChange={(event) => { change({ separator: event.currentTarget.value }); }} />
            <TextInput className={styles.short} label="Text for none" aria-label={`Text for none of ${name}`} placeholder="none" value={none} error={isFaulty('none')} onChange={(event) => { change({ none: event.currentTarget.value }); }} />
          </>
        )}
      </div>
      <ValueMeanings column={name} fact={fact} meanings={column.meanings} change={(meanings) => { change({ meanings }); }} />
    </>
  );
}

const dateExample = (format: string) => `${format.replace('yyyy', '2026').replace('MM', '01').replace('dd', '31')} (${format})`;

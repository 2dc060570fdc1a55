import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { NumberField } from '../../../model/facts/form';
import { unitText } from '../../../model/unit';
import { useEditing, type EditorProps } from '../editing';
import styles from './fields.module.css';

/** Keeps what was typed, digit by digit. Changing the unit keeps the number: it is never converted here. */
export function NumberEditor({ field, path, entry, id, describedBy, invalid }: EditorProps<NumberField>) {
  const { write } = useEditing();
  const text = entry?.kind === 'number' ? entry.text : '';
  const unit = (entry?.kind === 'number' ? entry.unit : null) ?? field.unit;
  const change = (typed: string, chosen: string | null) => {
    const canonical = chosen === field.unit ? null : chosen;
    write(path, typed === '' && canonical === null ? undefined : { kind: 'number', text: typed, unit: canonical });
  };
  const shown = unitText(unit);
  return (
    <div className={styles.number}>
      <TextInput
        id={id}
        value={text}
        inputMode={field.integer ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        placeholder="Unknown"
        onChange={(event) => { change(event.currentTarget.value, unit); }}
        attributes={{ input: { 'aria-describedby': describedBy } }}
        error={invalid}
        rightSection={text === '' ? null : <CloseButton size="sm" aria-label={`Make ${field.label} unknown`} onClick={() => { change('', unit); }} />}
      />
      {field.units.length > 1 ? (
        <NativeSelect
          aria-label={`Unit of ${field.label}`}
          value={unit ?? ''}
          data={field.units.map((option) => ({ value: option, label: unitText(option) }))}
          onChange={(event) => { change(text, event.currentTarget.value); }}
        />
      ) : <span className={styles.unit}>{shown}</span>}
    </div>
  );
}

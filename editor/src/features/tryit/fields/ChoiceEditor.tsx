import { Select } from '@mantine/core';
import type { ChoiceField } from '../../../model/facts/form';
import { useEditing, type EditorProps } from '../editing';
import styles from './fields.module.css';

const unknown = '';
const searchFrom = 9;

export function ChoiceEditor({ field, path, entry, id, labelId, describedBy, invalid }: EditorProps<ChoiceField>) {
  const { write } = useEditing();
  const value = entry?.kind === 'choice' ? entry.value : unknown;
  const data = [{ value: unknown, label: 'Unknown' }, ...field.options];
  return (
    <Select
      id={id}
      data={data}
      value={value}
      onChange={(chosen) => { write(path, chosen ? { kind: 'choice', value: chosen } : undefined); }}
      allowDeselect={false}
      searchable={field.options.length >= searchFrom}
      nothingFoundMessage="No such choice"
      maxDropdownHeight={320}
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
      attributes={{ input: { 'aria-describedby': describedBy } }}
      aria-labelledby={labelId}
      error={invalid}
      classNames={{ input: value === unknown ? styles.unknown : undefined }}
    />
  );
}

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
      // Fixed: the list is scrolled to its chosen option before it has its place, which must not scroll the page.
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 }, floatingStrategy: 'fixed' }}
      attributes={{ input: { 'aria-describedby': describedBy } }}
      aria-labelledby={labelId}
      error={invalid}
      classNames={{ input: value === unknown ? styles.unknown : undefined }}
    />
  );
}

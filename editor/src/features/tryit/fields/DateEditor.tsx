import { CloseButton, TextInput } from '@mantine/core';
import { useEditing, type EditorProps } from '../editing';

export function DateEditor({ field, path, entry, id, describedBy, invalid }: EditorProps) {
  const { write } = useEditing();
  const value = entry?.kind === 'date' ? entry.value : '';
  const change = (date: string) => { write(path, date === '' ? undefined : { kind: 'date', value: date }); };
  return (
    <TextInput
      type="date"
      id={id}
      value={value}
      onChange={(event) => { change(event.currentTarget.value); }}
      attributes={{ input: { 'aria-describedby': describedBy } }}
      error={invalid}
      rightSection={value === '' ? null : <CloseButton size="sm" aria-label={`Make ${field.label} unknown`} onClick={() => { change(''); }} />}
    />
  );
}

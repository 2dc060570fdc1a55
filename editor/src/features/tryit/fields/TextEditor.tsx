import { CloseButton, TextInput } from '@mantine/core';
import { useEditing, type EditorProps } from '../editing';

export function TextEditor({ field, path, entry, id, describedBy, invalid }: EditorProps) {
  const { write } = useEditing();
  const value = entry?.kind === 'text' ? entry.value : '';
  const change = (text: string) => { write(path, text === '' ? undefined : { kind: 'text', value: text }); };
  return (
    <TextInput
      id={id}
      value={value}
      placeholder="Unknown"
      onChange={(event) => { change(event.currentTarget.value); }}
      attributes={{ input: { 'aria-describedby': describedBy } }}
      error={invalid}
      rightSection={value === '' ? null : <CloseButton size="sm" aria-label={`Make ${field.label} unknown`} onClick={() => { change(''); }} />}
    />
  );
}

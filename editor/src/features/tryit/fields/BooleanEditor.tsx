import { Segmented } from '../../../ui/Segmented';
import { useEditing, type EditorProps } from '../editing';

const segments = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Unknown', quiet: true },
] as const;

export function BooleanEditor({ path, entry, id, labelId, describedBy, invalid }: EditorProps) {
  const { write } = useEditing();
  const value = entry?.kind === 'boolean' ? (entry.value ? 'yes' : 'no') : 'unknown';
  return (
    <Segmented
      wide
      id={id}
      segments={segments}
      value={value}
      labelledBy={labelId}
      describedBy={describedBy}
      invalid={invalid}
      onChange={(chosen) => { write(path, chosen === 'unknown' ? undefined : { kind: 'boolean', value: chosen === 'yes' }); }}
    />
  );
}

import { TagsInput } from '@mantine/core';
import { ReadOnlyField } from './ReadOnlyField';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly values: readonly string[];
  readonly readOnly: string | null;
  readonly onChange: (values: readonly string[]) => void;
}

/** Texts, each once; Enter adds one. */
export function ListField({ label, help, values, readOnly, onChange }: Props) {
  if (readOnly !== null) return <ReadOnlyField label={label} value={values.join(', ')} />;
  return <TagsInput label={label} description={help} placeholder={values.length === 0 ? 'Type, then press Enter' : undefined} splitChars={[]} value={[...values]} onChange={onChange} />;
}

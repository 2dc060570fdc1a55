import { withUnit } from '../unit';
import { formatValue } from '../value';
import type { Entry } from './draft';
import type { Field } from './form';

/** What is entered for a fact, in words. */
export function entryWords(entry: Entry | undefined, field: Field | null): string {
  if (!entry) return 'unknown';
  switch (entry.kind) {
    case 'boolean':
      return formatValue(entry.value);
    case 'number':
      return withUnit(entry.text, entry.unit ?? (field?.kind === 'number' ? field.unit : null));
    case 'choice': {
      const label = field?.kind === 'choice' ? field.options.find(({ value }) => value === entry.value)?.label : null;
      return (label ?? entry.value).toLowerCase();
    }
    case 'list':
      return entry.items.length === 0 ? 'none' : `${entry.items.length} entered`;
    case 'object':
      return 'entered';
    default:
      return entry.value;
  }
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly meaning: string;
}

/** What happens when several rows of a table apply. */
export const hitPolicies: readonly Choice[] = [
  { value: 'First', label: 'First', meaning: 'The first row that applies counts, from top to bottom.' },
  { value: 'Unique', label: 'Unique', meaning: 'At most one row may apply; rows that can apply together are an error.' },
  { value: 'Any', label: 'Any', meaning: 'Several rows may apply if all of them say the same.' },
  { value: 'Priority', label: 'Priority', meaning: 'Of the rows that apply, the one with the strongest value of the first output counts; the order of its values says which is stronger.' },
  { value: 'Collect', label: 'Collect', meaning: 'All rows that apply count; their results are joined.' },
];

/** How Collect joins the rows that apply. */
export const aggregations: readonly Choice[] = [
  { value: 'List', label: 'List', meaning: 'All results, in the order of the rows.' },
  { value: 'Sum', label: 'Sum', meaning: 'The results added up.' },
  { value: 'Min', label: 'Smallest', meaning: 'The smallest result.' },
  { value: 'Max', label: 'Largest', meaning: 'The largest result.' },
  { value: 'Count', label: 'Count', meaning: 'How many rows apply.' },
];

export const outputTypes: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'number', label: 'Number' }, { value: 'integer', label: 'Whole number' }, { value: 'text', label: 'Text' },
  { value: 'boolean', label: 'Yes or no' }, { value: 'date', label: 'Date' }, { value: 'enum', label: 'One of several values' },
];

export const meaningOf = (choices: readonly Choice[], value: string): string => choices.find((choice) => choice.value === value)?.meaning ?? '';

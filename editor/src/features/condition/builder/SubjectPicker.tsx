import { Select, type ComboboxItem, type ComboboxParsedItem } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isFound, type Subject } from '../../../model/condition/subjects';
import type { TestSubject } from '../../../model/condition/tests';
import styles from '../Condition.module.css';
import type { Scope } from './builder';
import { capital } from './ReadOnlyParts';
import { useSubjects } from './useSubjects';

interface Props {
  readonly scope: Scope;
  readonly subject: Pick<TestSubject, 'text' | 'label'> | null;
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly accepts?: (subject: Subject) => boolean;
  readonly onChange: (subject: Subject) => void;
}

const everything = () => true;

/** What a test is about, found by typing. The list comes from the server when it is opened first. */
export function SubjectPicker({ scope, subject, label, autoFocus = false, accepts = everything, onChange }: Props) {
  const [opened, setOpened] = useState(autoFocus);
  const { subjects, isLoading, error } = useSubjects(scope, opened);
  const known = useMemo(() => new Map(subjects.filter(accepts).map((found) => [found.text, found])), [subjects, accepts]);
  const data = useMemo(() => {
    const groups = new Map<string, ComboboxItem[]>();
    // What the text says and nobody offers (a sum, a name that is gone) stands by itself.
    if (subject && subject.text !== '' && !known.has(subject.text)) groups.set('As it is written', [{ value: subject.text, label: capital(subject.label) }]);
    known.forEach(({ group, text, label: words }) => { groups.set(group, [...(groups.get(group) ?? []), { value: text, label: words }]); });
    return [...groups].map(([group, items]) => ({ group, items }));
  }, [known, subject]);
  const filter = ({ options, search }: { options: ComboboxParsedItem[]; search: string }) => {
    // What is shown while nothing is typed is the choice itself.
    if (subject && search === (known.get(subject.text)?.label ?? capital(subject.label))) return options;
    return options.flatMap((option): ComboboxParsedItem[] => {
      if (!('group' in option)) return [option];
      const items = option.items.filter((item) => isFound(known.get(item.value) ?? { label: item.label, text: item.value, group: '' }, search));
      return items.length > 0 ? [{ ...option, items }] : [];
    });
  };
  const chosen = subject?.text === '' ? null : (subject?.text ?? null);
  return (
    <Select
      className={styles.subject} size="sm" aria-label={label} placeholder="Choose or search"
      data={data} value={chosen} filter={filter} searchable allowDeselect={false} autoFocus={autoFocus}
      dropdownOpened={opened}
      onDropdownOpen={() => { setOpened(true); }}
      onDropdownClose={() => { setOpened(false); }}
      onFocus={(event) => { event.currentTarget.select(); }}
      nothingFoundMessage={error ? 'The server does not answer' : isLoading ? 'Loading…' : 'Nothing of this name'}
      maxDropdownHeight={360}
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
      onChange={(text) => { const found = text === null ? undefined : known.get(text); if (found && text !== chosen) onChange(found); }}
      renderOption={({ option }) => {
        const found = known.get(option.value);
        return <span className={styles.option}><span>{option.label}</span><small>{found?.detail}</small></span>;
      }}
    />
  );
}

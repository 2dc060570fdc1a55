import { Autocomplete, Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import styles from './Audit.module.css';

/** Only what is about one thing: a change, a release, a workflow, a rule, a person, a key. */
export function SubjectFilter({ subject, subjects }: { subject: string; subjects: readonly string[] }) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(subject);
  const show = (next: string) => { void navigate({ to: '/audit', search: next.trim() ? { subject: next.trim() } : {} }); };
  return (
    <form
      role="search"
      className={styles.filter}
      onSubmit={(event) => {
        event.preventDefault();
        show(wanted);
      }}
    >
      <Autocomplete
        aria-label="Only entries about"
        placeholder="Only about: change 3 …"
        leftSection={<Icon name="search" size={16} />}
        data={[...subjects]}
        value={wanted}
        onChange={setWanted}
        onOptionSubmit={show}
        maxDropdownHeight={280}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <Button type="submit" variant="default">Show</Button>
      {subject && <Button variant="subtle" onClick={() => { show(''); }}>All</Button>}
    </form>
  );
}

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { libraryQuery } from '../../api/queries';
import { humanize } from '../../model/words';
import { Icon } from '../../ui/Icon';
import styles from './TryIt.module.css';

/** From one workflow straight to another. */
export function WorkflowSwitch({ current }: { current: string }) {
  const { data } = useQuery(libraryQuery);
  const navigate = useNavigate();
  const others = (data?.workflows ?? []).map(({ name, title }) => ({ value: name, label: title ?? humanize(name) }));
  return (
    <Select
      className={styles.switch}
      aria-label="Go to another workflow"
      placeholder="Go to another workflow"
      leftSection={<Icon name="search" size={16} />}
      searchable
      value={null}
      data={others.filter(({ value }) => value !== current)}
      nothingFoundMessage="No such workflow"
      maxDropdownHeight={400}
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 }, floatingStrategy: 'fixed' }}
      onChange={(name) => { if (name) void navigate({ to: '/workflows/$name', params: { name } }); }}
    />
  );
}

import { Checkbox } from '@mantine/core';
import { roles } from '../../model/session';
import { humanize } from '../../model/words';
import styles from './Administration.module.css';

/** What somebody may do; nothing is a choice too. */
export function RoleFields({ value, onChange, error }: { value: readonly string[]; onChange: (value: string[]) => void; error?: string }) {
  return (
    <Checkbox.Group label="Roles" description="Without any, somebody can only read what is live." value={[...value]} onChange={onChange} error={error}>
      <div className={styles.checks}>
        {roles.map(({ role, may }) => <Checkbox key={role} value={role} label={humanize(role)} description={may} />)}
      </div>
    </Checkbox.Group>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Access.module.css';
import { FormProblem } from './FormProblem';

interface Props {
  readonly submit: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Titles for kinds of problems that mean something particular here. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly button: string;
  readonly children: ReactNode;
}

/** `post`, so that nothing typed could ever get into an address, even when the script fails. */
export function AccessForm({ submit, busy, error, titles, button, children }: Props) {
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <FormProblem error={error} titles={titles} />
      {children}
      <Button type="submit" size="md" loading={busy}>{button}</Button>
    </form>
  );
}

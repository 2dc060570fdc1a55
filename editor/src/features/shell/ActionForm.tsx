import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { FormProblem } from '../access/FormProblem';
import styles from './ActionForm.module.css';

interface Props {
  readonly submit: () => void;
  readonly cancel: () => void;
  readonly busy: boolean;
  /** What stands above the form; what is about a field stands there. */
  readonly error: Error | null;
  /** Goes up with every attempt that was refused, here or by the server: then the keyboard goes to the first field at fault. */
  readonly attempt: unknown;
  /** What the button does, as a verb. */
  readonly confirm: string;
  /** It takes something away. */
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/** The inside of a dialog that does something: what will happen, the fields, and the two ways out. */
export function ActionForm({ submit, cancel, busy, error, attempt, confirm, danger, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); }, [attempt]);
  return (
    <form
      ref={form}
      noValidate
      method="post"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      {children}
      <FormProblem error={error} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={cancel}>Cancel</Button>
        <Button type="submit" loading={busy} color={danger ? 'red.9' : undefined}>{confirm}</Button>
      </div>
    </form>
  );
}

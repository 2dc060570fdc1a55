import { Button, Checkbox } from '@mantine/core';
import { useId } from 'react';
import styles from './Ticks.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly label: string; readonly detail: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Some of many, each with what it is now. */
export function Ticks({ label, options, chosen, onChange }: Props) {
  const id = useId();
  if (options.length === 0) return null;
  const all = options.every(({ name }) => chosen.has(name));
  return (
    <div role="group" aria-labelledby={id}>
      <div className={styles.head}>
        <span id={id}>{label}</span>
        <small>{chosen.size} of {options.length}</small>
        <Button size="compact-xs" variant="subtle" aria-label={`${all ? 'None' : 'All'} of ${label.toLowerCase()}`} onClick={() => { onChange(new Set(all ? [] : options.map(({ name }) => name))); }}>{all ? 'None' : 'All'}</Button>
      </div>
      <ul className={styles.list} tabIndex={0} aria-labelledby={id}>
        {options.map(({ name, label: text, detail }) => (
          <li key={name}>
            <Checkbox
              size="xs"
              label={text}
              checked={chosen.has(name)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(name);
                else next.delete(name);
                onChange(next);
              }}
            />
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

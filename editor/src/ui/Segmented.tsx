import { useId, type ReactNode } from 'react';
import styles from './Segmented.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** A choice that says "nothing": it is shown without emphasis. */
  readonly quiet?: boolean;
}

interface Props<V extends string> {
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Of the control that stands for the group: the chosen radio button. */
  readonly id?: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly wide?: boolean;
}

/** A few exclusive choices side by side: native radio buttons, so arrow keys and screen readers work as everywhere. */
export function Segmented<V extends string>({ segments, value, onChange, id, labelledBy, label, describedBy, invalid, wide }: Props<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      className={styles.group}
      data-wide={wide || undefined}
      data-error={invalid || undefined}
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    >
      {segments.map((segment) => (
        <label key={segment.value} className={styles.option} data-quiet={segment.quiet || undefined}>
          <input
            type="radio"
            name={name}
            id={segment.value === value ? id : undefined}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => { onChange(segment.value); }}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}

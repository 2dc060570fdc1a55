import { useId, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Disclosure.module.css';

interface Props {
  readonly summary: ReactNode;
  /** Said to screen readers instead of the summary, when that alone is not clear ("Why?"). */
  readonly label?: string;
  readonly plain?: boolean;
  /** The button is also a heading of this level. */
  readonly heading?: 4 | 5;
  readonly className?: string;
  /** Built only while open. */
  readonly children: () => ReactNode;
}

/** A button that shows and hides what stands below it. */
export function Disclosure({ summary, label, plain, heading, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = (
    <button type="button" className={styles.button} data-plain={plain || undefined} aria-expanded={open} aria-controls={open ? id : undefined} aria-label={label} onClick={() => { setOpen(!open); }}>
      <Icon name="chevron" size={16} />
      {summary}
    </button>
  );
  return (
    <div className={className}>
      {heading === 4 ? <h4 className={styles.heading}>{button}</h4> : heading === 5 ? <h5 className={styles.heading}>{button}</h5> : button}
      {open && <div id={id}>{children()}</div>}
    </div>
  );
}

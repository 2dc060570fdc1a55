import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { Icon } from '../../../ui/Icon';
import type { Mark } from './marks';
import styles from './Outline.module.css';
import { partLink, type Part } from './partLink';

interface Props {
  readonly change: string;
  readonly folder: string;
  readonly part: Part;
  readonly name?: string;
  readonly mark: Mark;
  readonly count?: number;
  readonly depth?: number;
  readonly off?: boolean;
  /** Golden cases that fail. */
  readonly failed?: number;
  /** How many things of it no case shows. */
  readonly gaps?: number;
  readonly children: ReactNode;
}

/** A line of the outline. It is drawn anew only when something of it changes: there can be a thousand. */
export const OutlineItem = memo(function OutlineItem({ change, folder, part, name = '', mark, count, depth = 0, off, failed = 0, gaps = 0, children }: Props) {
  return (
    <li className={styles.line}>
      <Link {...partLink(part, { change, folder }, name)} className={styles.item} style={{ paddingInlineStart: `${0.625 + depth * 0.875}rem` }} activeOptions={{ exact: part === 'about' }} activeProps={{ 'aria-current': 'page' }}>
        <span>{children}</span>
        {off && <small>off</small>}
        {count !== undefined && <small>{count}</small>}
        {failed > 0 && <span className={styles.mark} data-tone="bad"><Icon name="cross" size={14} />{failed}<span className="visually-hidden"> failed</span></span>}
        {gaps > 0 && <small className={styles.gaps} title={`No case shows ${gaps} of what there is to show of it`}>{gaps === 1 ? '1 gap' : `${gaps} gaps`}</small>}
        {mark && (
          <span className={styles.mark} data-tone={mark === 'error' ? 'bad' : 'warn'}>
            <Icon name={mark === 'error' ? 'alert' : 'info'} size={14} /><span className="visually-hidden">{mark === 'error' ? 'has errors' : 'has warnings'}</span>
          </span>
        )}
      </Link>
    </li>
  );
});

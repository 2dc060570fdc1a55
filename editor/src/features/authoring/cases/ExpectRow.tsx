import type { ReactNode } from 'react';
import type { CaseDifference } from '../../../model/cases/caseList';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import styles from './Cases.module.css';

interface Props {
  readonly label: string;
  /** What it is called in the document, where that says more. */
  readonly name?: string;
  /** What came out, in words; null while nothing did. */
  readonly actual: ReactNode;
  readonly difference: CaseDifference | null;
  /** Null: it cannot be taken out here. */
  readonly onRemove: (() => void) | null;
  readonly children: ReactNode;
}

/** One stated expectation beside what came out; a difference has a sign and a word. */
export function ExpectRow({ label, name, actual, difference, onRemove, children }: Props) {
  return (
    <tr data-differs={difference ? true : undefined}>
      <th scope="row"><span title={name}>{label}</span></th>
      <td data-title="Expected">{children}</td>
      <td data-title="Came out">
        <span className={styles.actual}>
          {actual ?? '…'}
          {difference && <Tag tone="bad" icon="cross">differs</Tag>}
        </span>
      </td>
      <td className={styles.remove}>
        {onRemove && <button type="button" aria-label={`No longer expect ${label}`} onClick={onRemove}><Icon name="cross" size={15} /></button>}
      </td>
    </tr>
  );
}

import { Button } from '@mantine/core';
import { cellWords } from '../../../model/readableText';
import { Banner } from '../../../ui/Banner';
import { Tag } from '../../../ui/Tag';
import styles from './Sheets.module.css';

interface Props {
  readonly what: 'row' | 'band';
  /** Null: it has errors, so nothing is known. */
  readonly complete: boolean | null;
  readonly disjoint: boolean | null;
  /** With whom nothing applies: "creatinine clearance = 30"; null: none, or no example can be named. */
  readonly gap: string | null;
  /** Whether a gap is no trouble: Collect may join nothing. */
  readonly mayBeEmpty?: boolean;
  readonly onFill: (() => void) | null;
}

/** What is proved about the rows of a sheet before any patient is seen. */
export function SheetStatus({ what, complete, disjoint, gap: written, mayBeEmpty, onFill }: Props) {
  // "clearance = >= 50" is how a condition would be written down.
  const gap = written === null ? null : cellWords(written.replaceAll(/ = (?=[<>])/g, ' '));
  return (
    <>
      {(complete === true || disjoint === true) && (
        <div className={styles.statements}>
          {complete === true && <Tag tone="good" icon="check" wrap>{`Complete: a ${what} applies whatever the facts are`}</Tag>}
          {disjoint === true && <Tag tone="good" icon="check" wrap>{`Unambiguous: no two ${what}s apply together`}</Tag>}
        </div>
      )}
      {complete === false && !mayBeEmpty && (
        <Banner
          tone="warn"
          icon="alert"
          title={gap === null ? `It is not proved that a ${what} always applies` : `No ${what} applies for ${gap}`}
          action={gap !== null && onFill && <Button size="xs" variant="default" onClick={onFill}>{`Add a ${what} for it`}</Button>}
        >
          <p>{gap === null ? `Conditions that depend on each other cannot be compared. Where none applies, the result is unknown; a last ${what} “otherwise” closes every gap.` : 'For such a patient the result is unknown.'}</p>
        </Banner>
      )}
    </>
  );
}

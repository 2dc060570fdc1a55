import { useId } from 'react';
import type { OutputCounts } from '../../api/generated';
import { distributionOf, numberWords, type Bar } from '../../model/cohorts/distribution';
import { barPercent, shareWords } from '../../model/cohorts/share';
import { isPerElement, type Named } from '../../model/cohorts/terms';
import { withUnit } from '../../model/unit';
import { counts } from '../../model/words';
import { HistogramBars } from './HistogramBars';
import styles from './Results.module.css';

const few = 10;

/** One calculated value: how many have it, and what it was. */
export function OutputCard({ output, named: { title, unit, workflow } }: { output: OutputCounts; named: Named }) {
  const heading = useId();
  const { name, known, unknown } = output;
  const total = known + unknown;
  const shape = distributionOf(output);
  const words = numberWords(output);
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <div className={styles.cardHead}>
        <h3 id={heading}>{title}</h3>
        {(workflow !== null || isPerElement(name)) && <p className={styles.soft}>{[workflow, isPerElement(name) ? 'for each element' : null].filter(Boolean).join(', ')}</p>}
      </div>
      {words && shape.kind === 'histogram' && (
        <dl className={styles.numbers}>
          <div><dt>Median</dt><dd>{withUnit(words.median, unit)}</dd></div>
          <div><dt>Mean</dt><dd>{withUnit(words.mean, unit)}</dd></div>
          <div><dt>Range</dt><dd>{withUnit(words.range, unit)}</dd></div>
        </dl>
      )}
      {shape.kind === 'histogram'
        ? <HistogramBars title={title} unit={unit} histogram={shape} summary={words} isRounded={output.numbers?.isRounded === true} />
        : <Values bars={shape.bars} other={shape.other} unknown={unknown} total={total} />}
      {words && shape.kind === 'values' && shape.bars.length > 2 && <p className={styles.soft}>Median {withUnit(words.median, unit)}, mean {withUnit(words.mean, unit)}</p>}
      {shape.kind === 'histogram' && (
        <p className={styles.known} data-open={unknown > 0 || undefined}>
          {unknown === 0 ? `Known of all ${counts.format(total)}.` : `Undetermined ${counts.format(unknown)} times (${shareWords(unknown, total)}); what stands above is about the other ${counts.format(known)}.`}
        </p>
      )}
    </article>
  );
}

interface ValuesProps {
  readonly bars: readonly Bar[];
  readonly other: number;
  /** How often it was undetermined, which has a bar of its own: it is none of the values. */
  readonly unknown: number;
  readonly total: number;
}

function Values({ bars, other, unknown, total }: ValuesProps) {
  const shown = bars.length > few + 2 ? bars.slice(0, few) : bars;
  const rest = other + bars.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const rows = [
    ...shown.map((bar) => ({ ...bar, isOpen: false })),
    ...(rest > 0 ? [{ label: 'something else', count: rest, isOpen: false }] : []),
    ...(unknown > 0 ? [{ label: 'undetermined', count: unknown, isOpen: true }] : []),
  ];
  return (
    <ul className={styles.bars}>
      {rows.map(({ label, count, isOpen }) => (
        <li key={`${label} ${isOpen}`} data-open={isOpen || undefined}>
          <span>{label}</span>
          <span className={styles.figure}>{counts.format(count)} <small>{shareWords(count, total)}</small></span>
          <span className={styles.bar} data-look={isOpen ? 'open' : 'value'} aria-hidden="true"><span style={{ width: `${barPercent(count, total)}%` }} /></span>
        </li>
      ))}
    </ul>
  );
}

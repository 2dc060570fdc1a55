import type { OutlineAnswer } from '../../api/generated';
import type { WorkflowView } from '../../model/documents/workflowDocument';
import { byPointer, citationMark } from '../../model/guideline/guideline';
import { cellWords } from '../../model/readableText';
import { unitText } from '../../model/unit';
import { humanize, sentence } from '../../model/words';
import styles from './Guideline.module.css';

interface Props {
  readonly view: WorkflowView;
  readonly outline: OutlineAnswer | undefined;
}

export function GuidelineScores({ view, outline }: Props) {
  const scores = byPointer(outline?.scores ?? []);
  const items = byPointer(outline?.scores.flatMap((score) => score.items) ?? []);
  const bands = byPointer(outline?.scores.flatMap((score) => score.items.flatMap((item) => item.bands)) ?? []);
  if (view.scores.length === 0) return null;
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {view.scores.map(({ name, title, pointer, items: parts }) => {
        const range = scores(pointer);
        return (
          <div key={pointer} className={styles.block}>
            <h3>{title ?? humanize(name)}{range && <small> {range.min} to {range.max}</small>}</h3>
            <table className={styles.table}>
              <thead><tr><th scope="col">Item</th><th scope="col">When</th><th scope="col">Points</th></tr></thead>
              {parts.map((item) => (
                <tbody key={item.pointer}>
                  {item.bands.map((band, i) => (
                    <tr key={band.pointer}>
                      {i === 0 && <th scope="rowgroup" rowSpan={item.bands.length}>{item.title ?? items(item.pointer)?.label ?? humanize(item.name)}</th>}
                      <td>{bands(band.pointer)?.sentence ?? (band.otherwise ? 'otherwise' : <code>{[band.when, band.condition].filter(Boolean).join(' && ')}</code>)}</td>
                      <td>{band.points}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        );
      })}
    </section>
  );
}

const policies: Readonly<Record<string, string>> = {
  unique: 'Exactly one row applies.', any: 'Several rows may apply; they say the same.', first: 'The first row that applies counts.', priority: 'The row whose result ranks highest counts.', collect: 'All rows that apply count.',
};

export function GuidelineTables({ view, outline, sources }: Props & { readonly sources: readonly string[] }) {
  const tables = byPointer(outline?.tables ?? []);
  const rowsAt = byPointer(outline?.tables.flatMap(({ rows }) => rows) ?? []);
  if (view.tables.length === 0) return null;
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">Tables</h2>
      {view.tables.map(({ name, pointer, hitPolicy, inputs, outputs, rows }) => {
        const hasCondition = rows.some(({ condition }) => condition !== null);
        const hasEvidence = rows.some(({ evidence }) => evidence.length > 0);
        return (
          <div key={pointer} className={styles.block}>
            <h3>{humanize(name)}</h3>
            <p className={styles.soft}>{policies[hitPolicy.toLowerCase()] ?? hitPolicy}</p>
            <table className={styles.table}>
              <thead>
                <tr>
                  {inputs.map((input, i) => <th key={input.pointer} scope="col">{tables(pointer)?.columns[i]?.label ?? humanize(input.name)}</th>)}
                  {hasCondition && <th scope="col">When</th>}
                  {outputs.map((output) => <th key={output.pointer} scope="col">{humanize(output.name)}{unitText(output.unit) && ` (${unitText(output.unit)})`}</th>)}
                  {hasEvidence && <th scope="col">Sources</th>}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => {
                  const said = rowsAt(row.pointer);
                  return (
                    <tr key={row.pointer}>
                      {inputs.map((input, i) => <td key={input.pointer}>{row.otherwise ? (i === 0 ? 'otherwise' : '') : said?.cells[i] ?? <code>{row.when[i] ?? ''}</code>}</td>)}
                      {hasCondition && <td>{row.condition === null ? '' : said?.condition ?? <code>{row.condition}</code>}</td>}
                      {outputs.map((output, i) => <td key={output.pointer}>{cellWords(row.then[i] ?? '')}</td>)}
                      {hasEvidence && <td>{citationMark(row.evidence, sources)}</td>}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

export function GuidelineParameters({ view, outline }: Props) {
  const at = byPointer(outline?.params ?? []);
  if (view.params.length === 0) return null;
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">Calculated values</h2>
      <dl className={styles.statements}>
        {view.params.map(({ pointer, name, expression, unit }) => {
          const said = at(pointer)?.sentence;
          return <div key={pointer}><dt>{humanize(name)}{unitText(unit) && ` (${unitText(unit)})`}</dt><dd>{said ? sentence(said) : <code>{expression}</code>}</dd></div>;
        })}
      </dl>
    </section>
  );
}

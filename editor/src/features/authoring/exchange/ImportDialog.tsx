import { Button, FileInput, Group, Modal, Select, Table } from '@mantine/core';
import { useState } from 'react';
import { applyImport, mapHeadings, planImport } from '../../../model/tables/exchange';
import type { Sheet } from '../../../model/tables/sheet';
import { humanize, listed, plural } from '../../../model/words';
import { Banner } from '../../../ui/Banner';
import { Segmented } from '../../../ui/Segmented';
import type { SheetGridColumn } from '../sheets/SheetGrid';
import styles from '../sheets/Sheets.module.css';
import { useWorkflowEditing } from '../WorkflowEditing';
import { readTableFile, type ReadSheet } from './readFile';
import { asError } from '../../../model/asError';

interface Props {
  readonly name: string;
  readonly sheet: Sheet;
  readonly columns: readonly SheetGridColumn[];
  readonly onClose: () => void;
}

const shown = 8;

/** From a file to rows: which column goes where, and what would be lost, before anything changes. */
export function ImportDialog({ name, sheet, columns, onClose }: Props) {
  const { edit } = useWorkflowEditing();
  const [sheets, setSheets] = useState<readonly ReadSheet[]>([]);
  const [chosen, setChosen] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [own, setOwn] = useState<readonly (number | null)[] | null>(null);
  const [way, setWay] = useState<'replace' | 'append'>('append');
  const read = async (file: File | null) => {
    setSheets([]);
    setChosen(0);
    setOwn(null);
    setError(null);
    if (!file) return;
    try {
      setSheets(await readTableFile(file));
    } catch (cause) {
      setError(asError(cause).message);
    }
  };
  const matrix = sheets[chosen]?.matrix;
  const headings = matrix?.rows[0] ?? [];
  const mapping = own ?? mapHeadings(headings, columns);
  const plan = matrix ? planImport(matrix, mapping, sheet, columns, way === 'replace') : null;
  const choose = (index: number, target: string | null) => {
    const wanted = target === null ? null : Number(target);
    setOwn(mapping.map((now, i) => (i === index ? wanted : now === wanted ? null : now)));
  };
  const apply = () => {
    if (!plan) return;
    edit(`${plural(plan.rows.length, 'row')} imported into ${humanize(name).toLowerCase()}`, (text) => applyImport(text, sheet, plan.rows, way === 'replace'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={`Import rows into ${humanize(name).toLowerCase()}`}>
      <div className={styles.citations}>
        <FileInput label="File" description="A CSV file or an Excel workbook whose first row has the headings." placeholder="Choose a file" accept=".csv,.tsv,.txt,.xlsx,.xlsm" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} error={error} onChange={(file) => { void read(file); }} data-autofocus />
        {sheets.length > 1 && <Select label="Sheet" allowDeselect={false} data={sheets.map(({ name: label }, i) => ({ value: String(i), label }))} value={String(chosen)} onChange={(value) => { setChosen(Number(value)); setOwn(null); }} />}
        {matrix && plan && (plan.rows.length === 0 ? <Banner tone="warn" icon="alert" title="There are no rows below the first one"><p>The first row of a file has the headings; rows follow below it.</p></Banner> : (
          <>
            <h3>{`${plural(plan.rows.length, 'row')} of the file`}</h3>
            <div className={styles.mapping}>
              {headings.map((heading, i) => (
                <Select key={i} label={`“${heading || `column ${i + 1}`}” goes to`} placeholder="Left out" clearable data={columns.map(({ label }, target) => ({ value: String(target), label }))} value={mapping[i] === null || mapping[i] === undefined ? null : String(mapping[i])} onChange={(value) => { choose(i, value); }} />
              ))}
            </div>
            <div className={styles.preview} role="region" aria-label="First rows of the file" tabIndex={0}>
              <Table fz="sm" verticalSpacing={4}>
                <Table.Thead><Table.Tr>{headings.map((heading, i) => <Table.Th key={i} scope="col">{heading}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>{matrix.rows.slice(1, shown + 1).map((row, i) => <Table.Tr key={i}>{headings.map((_, j) => <Table.Td key={j}><code>{row[j] ?? ''}</code></Table.Td>)}</Table.Tr>)}</Table.Tbody>
              </Table>
            </div>
            <Segmented label="What becomes of the rows that are there" segments={[{ value: 'append', label: 'Add to the rows' }, { value: 'replace', label: `Replace all ${plural(sheet.rows.length, 'row')}` }]} value={way} onChange={setWay} />
            {[...matrix.problems, ...plan.losses].length > 0 && (
              <Banner tone="warn" icon="alert" title="Look at this first">
                <ul className={styles.problems}>{[...matrix.problems, ...plan.losses].map((problem, i) => <li key={i}>{problem}</li>)}</ul>
              </Banner>
            )}
            {plan.unfilled.length > 0 && <p>{`${listed(plan.unfilled, 'and')} will be empty in these rows, and marked until ${plan.unfilled.length === 1 ? 'it is' : 'they are'} filled.`}</p>}
          </>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button disabled={!plan || plan.rows.length === 0} onClick={apply}>{way === 'replace' ? 'Replace the rows' : 'Add the rows'}</Button>
        </Group>
      </div>
    </Modal>
  );
}

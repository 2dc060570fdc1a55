import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { matrixOf } from '../../../model/tables/exchange';
import type { Sheet } from '../../../model/tables/sheet';
import { MenuButton } from '../../../ui/MenuButton';
import type { SheetGridColumn } from '../sheets/SheetGrid';
import { useWorkflowEditing } from '../WorkflowEditing';
import { download } from '../../../ui/download';
import { asError } from '../../../model/asError';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }));

interface Props {
  /** As files are called. */
  readonly name: string;
  readonly sheet: Sheet;
  readonly columns: readonly SheetGridColumn[];
}

/** A sheet out to a file and in from one. What reads and writes files is loaded when it is needed. */
export function Exchange({ name, sheet, columns }: Props) {
  const { readOnly } = useWorkflowEditing();
  const [importing, setImporting] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const matrix = () => matrixOf(sheet, columns);
  const run = (work: () => Promise<void>) => {
    setFailed(null);
    work().catch((error: unknown) => { setFailed(`The file was not written: ${asError(error).message}`); });
  };
  return (
    <>
      <Button.Group>
        {readOnly === null && <Button size="xs" variant="default" onClick={() => { setImporting(true); }}>Import</Button>}
        <MenuButton
          size="xs"
          variant="default"
          actions={[
            { label: 'CSV file', run: () => { run(async () => { const { writeCsv } = await import('../../../model/tables/csv'); download(`${name}.csv`, new Blob([writeCsv(matrix())], { type: 'text/csv;charset=utf-8' })); }); } },
            { label: 'Excel workbook', run: () => { run(async () => { const { writeXlsx } = await import('./xlsx'); download(`${name}.xlsx`, await writeXlsx(matrix(), columns.map(({ least }) => least * 2))); }); } },
          ]}
        >
          Export
        </MenuButton>
      </Button.Group>
      {failed && <p role="alert">{failed}</p>}
      {importing && <Suspense><ImportDialog name={name} sheet={sheet} columns={columns} onClose={() => { setImporting(false); }} /></Suspense>}
    </>
  );
}

import { Table } from '@mantine/core';
import type { Hit } from '../../model/explanation';
import type { Sheet } from '../../model/sheet';
import { unitText } from '../../model/unit';
import { humanize } from '../../model/words';
import type { IconName } from '../../ui/Icon';
import { Tag, type Tone } from '../../ui/Tag';
import { useExplanationScope } from './context';
import styles from './Explanation.module.css';

const hits: Readonly<Record<Hit, { text: string; tone: Tone; icon: IconName }>> = {
  hit: { text: 'applies', tone: 'good', icon: 'check' },
  miss: { text: 'no', tone: 'plain', icon: 'cross' },
  possible: { text: 'possible', tone: 'warn', icon: 'question' },
  idle: { text: 'not needed', tone: 'plain', icon: 'minus' },
  failed: { text: 'failed', tone: 'bad', icon: 'alert' },
};

/** A score sheet or decision table, row by row, with the mark of the row that applies. */
export function SheetTable({ sheet, name }: { sheet: Sheet; name: string }) {
  const { readable } = useExplanationScope();
  return (
    <div className={styles.sheet} role="region" aria-label={humanize(name)} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Now</Table.Th>
            {sheet.conditions.map((condition) => <Table.Th key={condition} scope="col">{readable(condition)}</Table.Th>)}
            {sheet.results.map(({ name: result, unit }) => <Table.Th key={result} scope="col">{humanize(result)}{unit ? ` (${unitText(unit)})` : ''}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.rows.map((row, i) => (
            <Table.Tr key={i} data-hit={row.hit} className={styles.sheetRow}>
              <Table.Td><Tag tone={hits[row.hit].tone} icon={hits[row.hit].icon}>{hits[row.hit].text}</Tag></Table.Td>
              {row.conditions.map((condition, column) => <Table.Td key={column}>{readable(condition)}</Table.Td>)}
              {row.results.map((result, column) => <Table.Td key={column}>{result}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

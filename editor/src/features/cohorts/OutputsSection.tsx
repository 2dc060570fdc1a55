import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputCounts } from '../../api/generated';
import { isPerElement, type Named } from '../../model/cohorts/terms';
import { searchFor } from '../../model/search';
import { Icon } from '../../ui/Icon';
import { OutputCard } from './OutputCard';
import styles from './Results.module.css';

const many = 8;

/** What was calculated, each value with how it is distributed. */
export function OutputsSection({ outputs, names }: { outputs: readonly OutputCounts[]; names: (name: string) => Named }) {
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const holds = searchFor(search);
  const found = outputs.map((output) => ({ output, named: names(output.name) })).filter(({ output, named }) => holds(named.title, output.name, named.workflow));
  const shown = all || found.length <= many + 2 ? found : found.slice(0, many);
  return (
    <section className={styles.section} aria-labelledby="values">
      <div className={styles.head}><h2 id="values">Calculated values</h2></div>
      {outputs.length > many && (
        <div className={styles.tools}>
          <TextInput type="search" aria-label="Find a value" placeholder="Find a value" leftSection={<Icon name="search" size={16} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
        </div>
      )}
      {outputs.some(({ name }) => isPerElement(name)) && <p className={styles.soft}>A value of elements of a list is counted once for each element.</p>}
      {found.length === 0 ? <p className={styles.card}>No value is called like that.</p> : (
        <div className={styles.outputs}>{shown.map(({ output, named }) => <OutputCard key={output.name} output={output} named={named} />)}</div>
      )}
      {shown.length < found.length && <div><Button variant="default" size="xs" onClick={() => { setAll(true); }}>{`Show all ${found.length} values`}</Button></div>}
    </section>
  );
}

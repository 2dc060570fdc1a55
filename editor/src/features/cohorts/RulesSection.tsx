import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RuleCounts } from '../../api/generated';
import { shareWords } from '../../model/cohorts/share';
import { isPerElement, type Named } from '../../model/cohorts/terms';
import { searchFor } from '../../model/search';
import { counts } from '../../model/words';
import { Icon } from '../../ui/Icon';
import styles from './Results.module.css';
import { StackedBar, Swatch } from './StackedBar';

type Order = 'workflow' | 'met' | 'undetermined';

const orders: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'workflow', label: 'As in the workflow' },
  { value: 'met', label: 'Most often met' },
  { value: 'undetermined', label: 'Most often undetermined' },
];

const many = 12;

/** Every rule with how often it came out which way, and what became of its advice. */
export function RulesSection({ rules, names }: { rules: readonly RuleCounts[]; names: (name: string) => Named }) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('workflow');
  const [all, setAll] = useState(false);
  const holds = searchFor(search);
  const named = rules.map((rule) => ({ rule, ...names(rule.name) })).filter(({ rule, title, workflow }) => holds(title, rule.name, workflow));
  const sorted = order === 'workflow' ? named : [...named].sort((a, b) => (order === 'met' ? b.rule.met - a.rule.met : b.rule.undetermined - a.rule.undetermined));
  const shown = all || sorted.length <= many + 3 ? sorted : sorted.slice(0, many);
  const perElement = rules.some(({ name }) => isPerElement(name));
  return (
    <section className={styles.section} aria-labelledby="rules">
      <div className={styles.head}>
        <h2 id="rules">Rules</h2>
        <p className={styles.legend}><span><Swatch look="yes" />met</span><span><Swatch look="no" />not met</span><span><Swatch look="open" />undetermined</span></p>
      </div>
      {rules.length > many && (
        <div className={styles.tools}>
          <TextInput type="search" aria-label="Find a rule" placeholder="Find a rule" leftSection={<Icon name="search" size={16} />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} />
          <NativeSelect aria-label="Order of the rules" data={orders} value={order} onChange={(event) => { setOrder(event.currentTarget.value as Order); }} />
        </div>
      )}
      {perElement && <p className={styles.soft}>A rule about elements of a list is counted once for each element: its figures may be larger than the number of patients.</p>}
      {sorted.length === 0 ? <p className={styles.card}>No rule is called like that.</p> : (
        <div className={styles.scroll} role="region" aria-label="Rules and how they came out" tabIndex={0}>
          <table className={styles.table}>
            <thead><tr><th scope="col">Rule</th><th scope="col">How it came out</th><th scope="col">Met</th><th scope="col">Not met</th><th scope="col">Undetermined</th><th scope="col">Its advice</th></tr></thead>
            <tbody>{shown.map(({ rule, title, workflow }) => <Row key={rule.name} rule={rule} title={title} workflow={workflow} />)}</tbody>
          </table>
        </div>
      )}
      {shown.length < sorted.length && <div><Button variant="default" size="xs" onClick={() => { setAll(true); }}>{`Show all ${sorted.length} rules`}</Button></div>}
    </section>
  );
}

function Row({ rule, title, workflow }: { rule: RuleCounts; title: string; workflow: string | null }) {
  const { name, met, notMet, undetermined, failed, recommended, pending, withheld } = rule;
  const total = met + notMet + undetermined + failed;
  const advice = ([['given', recommended], ['undetermined', pending], ['withheld', withheld]] as const).filter(([, count]) => count > 0);
  const cell = (count: number) => <>{counts.format(count)} <small>{shareWords(count, total)}</small></>;
  return (
    <tr>
      <th scope="row">{title}<small>{[workflow, isPerElement(name) ? 'for each element' : null].filter(Boolean).join(', ')}</small></th>
      <td>
        <StackedBar parts={[{ label: 'met', count: met, look: 'yes' }, { label: 'not met', count: notMet, look: 'no' }, { label: 'undetermined', count: undetermined, look: 'open' }, { label: 'failed', count: failed, look: 'failed' }]} />
        {failed > 0 && <small className={styles.bad}>{counts.format(failed)} failed</small>}
      </td>
      <td data-label="Met" className={styles.number}>{cell(met)}</td>
      <td data-label="Not met" className={styles.number}>{cell(notMet)}</td>
      <td data-label="Undetermined" className={styles.number}>{cell(undetermined)}</td>
      <td data-label="Its advice">{advice.length === 0 ? '–' : <ul>{advice.map(([word, count]) => <li key={word}>{`${counts.format(count)} ${word}`}</li>)}</ul>}</td>
    </tr>
  );
}

import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FactView, SchemaView } from '../../../model/documents/schemaDocument';
import { humanize, plural } from '../../../model/words';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { useCheck } from '../../workspace/useLanguage';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from '../Authoring.module.css';
import { FindingList } from '../FindingList';
import { FactRow } from './FactRow';
import { NewFact } from './NewFact';

interface Props {
  readonly name: string;
  readonly schema: string;
  readonly view: SchemaView;
}

/** What can be asked of a patient: each fact with its meaning, unit and range. */
export function FactSchemaPage({ name, schema, view }: Props) {
  const { key, readOnly } = useWorkspace();
  const findings = (useCheck().data?.diagnostics ?? []).filter(({ document }) => document === name);
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const shown = view.facts.filter(({ name: fact, label, description, group }) => [fact, label, description, group].some((text) => text?.toLowerCase().includes(wanted)));
  const groups = [...new Set(shown.map(({ group }) => group ?? 'Other facts'))];
  const elsewhere = findings.filter(({ pointer }) => !view.facts.some((fact) => pointer.startsWith(fact.pointer)));
  return (
    <div className={`${styles.part} ${styles.readable}`}>
      <div className={styles.partHead}>
        <div>
          <h1>{`Facts: ${view.title ?? humanize(schema)}`}</h1>
          {view.description && <p className={styles.hint}>{view.description}</p>}
        </div>
        <Button size="xs" variant="default" component={Link} to={`/changes/${key}/documents/${name}`}>As text</Button>
      </div>
      <FindingList findings={elsewhere} />
      {view.facts.length === 0
        ? <EmptyState icon="book" title="No facts yet"><p>A fact is one thing that can be known of a patient, such as age or a laboratory value. Conditions are made of facts.</p></EmptyState>
        : <TextInput type="search" aria-label="Search facts" placeholder="Search facts" leftSection={<Icon name="search" />} value={search} onChange={(event) => { setSearch(event.currentTarget.value); }} rightSectionWidth={90} rightSection={<small role="status" className={styles.hint}>{plural(shown.length, 'fact')}</small>} />}
      {readOnly === null && <NewFact name={name} view={view} />}
      {groups.map((group) => (
        <section key={group} className={styles.card} aria-label={group}>
          <h2>{group}</h2>
          <ul>{shown.filter((fact: FactView) => (fact.group ?? 'Other facts') === group).map((fact) => <FactRow key={fact.name} document={name} fact={fact} findings={findings.filter(({ pointer }) => pointer === fact.pointer || pointer.startsWith(`${fact.pointer}/`))} />)}</ul>
        </section>
      ))}
    </div>
  );
}

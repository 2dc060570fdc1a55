import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { Complaints } from '../../model/facts/complaints';
import { readEntry, type Draft } from '../../model/facts/draft';
import type { InputForm } from '../../model/facts/form';
import { visibleGroups } from '../../model/facts/visible';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import styles from './FactForm.module.css';
import { FieldRow } from './FieldRow';

export interface FactFilter {
  readonly search: string;
  readonly showAll: boolean;
  /** Groups by input and name that are not as the form shows them at first. */
  readonly turned: ReadonlySet<string>;
}

export const groupKey = (input: string, group: string) => `${input}.${group}`;

/** Forms of more facts than this start with their groups folded, so that all of them are in sight. */
const manyFacts = 60;

export const startsFolded = (facts: readonly string[]) => facts.length > manyFacts;

interface Props {
  readonly form: readonly InputForm[];
  /** Paths of the facts that the workflow reads. */
  readonly facts: readonly string[];
  readonly draft: Draft;
  readonly complaints: Complaints;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
  /** Title, search and what else stands above the fields; its heading has the id `facts-title`. */
  readonly head: ReactNode;
  readonly readOnly?: boolean;
}

/** The facts of all inputs, by group; by default only those that the workflow reads. */
export function FactForm({ form, facts, draft, complaints, filter, onFilter, head, readOnly = false }: Props) {
  const groups = useMemo(
    () => visibleGroups(form, { facts: filter.showAll ? null : facts, search: filter.search, draft }),
    [form, facts, filter, draft],
  );
  return (
    <section className={styles.form} aria-labelledby="facts-title">
      {head}
      {complaints.elsewhere.length > 0 && (
        <Banner tone="bad" icon="alert" title="The facts were not accepted">
          {complaints.elsewhere.map((text) => <p key={text}><CodeText>{text}</CodeText></p>)}
        </Banner>
      )}
      {groups.map(({ input, name, fields }) => (
        <FactGroup
          key={groupKey(input.input, name)}
          title={form.length > 1 && input.title !== name ? `${input.title} · ${name}` : name}
          known={fields.filter((field) => readEntry(draft, [input.input, field.name])).length}
          of={fields.length}
          open={filter.search !== '' || filter.turned.has(groupKey(input.input, name)) === startsFolded(facts)}
          readOnly={readOnly}
          onTurn={() => { onFilter({ ...filter, turned: turn(filter.turned, groupKey(input.input, name)) }); }}
        >
          {() => fields.map((field) => <FieldRow key={field.name} field={field} owner={ownerOf(input)} entry={readEntry(draft, [input.input, field.name])} />)}
        </FactGroup>
      ))}
      {groups.length === 0 && <NothingFound filter={filter} onFilter={onFilter} />}
    </section>
  );
}

function turn(turned: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(turned);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface GroupProps {
  readonly title: string;
  readonly known: number;
  readonly of: number;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onTurn: () => void;
  readonly children: () => ReactNode;
}

function FactGroup({ title, known, of, open, readOnly, onTurn, children }: GroupProps) {
  return (
    // Its legend stays in use: groups can be opened also where nothing can be entered.
    <fieldset className={styles.group} disabled={readOnly}>
      <legend>
        <button type="button" aria-expanded={open} onClick={onTurn}>
          <Icon name="chevron" size={15} />
          {title}
          <span>{known} of {of} entered</span>
        </button>
      </legend>
      {open && <div className={styles.fields}>{children()}</div>}
    </fieldset>
  );
}

function NothingFound({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const action = filter.showAll
    ? <Button variant="default" size="xs" onClick={() => { onFilter({ ...filter, search: '' }); }}>Clear the search</Button>
    : <Button variant="default" size="xs" onClick={() => { onFilter({ ...filter, showAll: true }); }}>Search all facts</Button>;
  return (
    <EmptyState icon="search" title="No fact matches" actions={action}>
      <p>{filter.showAll ? 'No fact has these words in its name or meaning.' : 'None of the facts that this workflow reads has these words in its name or meaning.'}</p>
    </EmptyState>
  );
}

/** One array per input for the whole life of the form, so that unchanged rows are not drawn again. */
const owners = new WeakMap<InputForm, readonly string[]>();
function ownerOf(input: InputForm): readonly string[] {
  const owner = owners.get(input) ?? [input.input];
  owners.set(input, owner);
  return owner;
}

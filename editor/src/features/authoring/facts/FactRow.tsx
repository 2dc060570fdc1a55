import { Button, Select, TagsInput } from '@mantine/core';
import type { DiagnosticAnswer } from '../../../api/generated';
import { removeAt, setAt } from '../../../model/documents/editJson';
import { Raw, type JsonValue } from '../../../model/documents/json';
import { elementsOf, factKinds, factOrder, withKind, type FactView, type NewFactKind } from '../../../model/documents/schemaDocument';
import { unitText } from '../../../model/unit';
import { humanize } from '../../../model/words';
import { Disclosure } from '../../../ui/Disclosure';
import { Icon } from '../../../ui/Icon';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from '../Authoring.module.css';
import { TextField } from '../fields/TextField';
import { FindingList } from '../FindingList';
import { isNewKind, newKinds } from './kinds';
import own from './Facts.module.css';

interface Props {
  readonly document: string;
  readonly fact: FactView;
  readonly findings: readonly DiagnosticAnswer[];
}

/** One fact: what it is in a line, and everything about it below. */
export function FactRow({ document, fact, findings }: Props) {
  const wrong = findings.some(({ severity }) => severity === 'error');
  return (
    <li className={own.fact}>
      <Disclosure summary={(
        <span className={own.summary}>
          <strong>{fact.label ?? humanize(fact.name)}</strong>
          <span>{kindWords(fact)}</span>
          {wrong && <span className={own.wrong}><Icon name="alert" size={14} /> has errors</span>}
        </span>
      )}
      >
        {() => <FactFields document={document} fact={fact} findings={findings} />}
      </Disclosure>
      {fact.description && <p className={styles.hint}>{fact.description}</p>}
    </li>
  );
}

function kindWords(fact: FactView): string {
  if (fact.kind === 'choice') return fact.values.map((value) => humanize(value).toLowerCase()).join(', ');
  const range = fact.minimum !== null && fact.maximum !== null ? `, ${fact.minimum} to ${fact.maximum}` : fact.minimum !== null ? `, ${fact.minimum} or more` : fact.maximum !== null ? `, up to ${fact.maximum}` : '';
  const elements = fact.kind === 'list' ? ` (${elementsOf(fact) ?? 'unknown'})` : '';
  return `${factKinds[fact.kind].toLowerCase()}${elements}${unitText(fact.unit) && `, ${unitText(fact.unit)}`}${range}`;
}

function FactFields({ document, fact, findings }: Props) {
  const { readOnly } = useWorkspace();
  const { edit } = useDraftDocument(document);
  const label = fact.label ?? fact.name;
  const set = (keyword: string, value: JsonValue | undefined) => {
    edit(`${keyword.replace('x-', '')} of ${label}`, (text) => setAt(text, [...fact.path, keyword], value, factOrder), `${fact.pointer}/${keyword}`);
  };
  const at = (keyword: string) => findings.filter(({ pointer }) => pointer === `${fact.pointer}/${keyword}`);
  const text = (keyword: string, title: string, value: string | null, help?: string, lines?: boolean) => (
    <TextField label={title} help={help} lines={lines} value={value} readOnly={readOnly} findings={at(keyword)} onChange={(next) => { set(keyword, next === '' ? undefined : next); }} />
  );
  const number = (keyword: 'minimum' | 'maximum', title: string) => (
    <TextField
      label={title}
      value={fact[keyword]}
      readOnly={readOnly}
      findings={at(keyword)}
      help="Values beyond it are refused as mistakes."
      onChange={(next) => { set(keyword, next.trim() === '' ? undefined : /^-?(0|[1-9]\d*)(\.\d+)?$/.test(next.trim()) ? new Raw(next.trim()) : next); }}
    />
  );
  const numeric = fact.kind === 'number' || fact.kind === 'wholeNumber';
  return (
    <div className={own.fields}>
      <div className={styles.two}>
        {text('x-label', 'Label', fact.label, 'As forms and sentences call it.')}
        {text('x-group', 'Group', fact.group, 'The heading in forms.')}
        {readOnly === null && isNewKind(fact.kind) && (
          <Select label="Kind" allowDeselect={false} data={newKinds} value={fact.kind} onChange={(kind) => { if (kind && isNewKind(kind)) change(kind); }} />
        )}
        {numeric && text('x-unit', 'Unit', fact.unit, 'In UCUM, such as mg/dL.')}
        {numeric && number('minimum', 'Least possible value')}
        {numeric && number('maximum', 'Greatest possible value')}
      </div>
      {fact.kind === 'choice' && readOnly === null && (
        <TagsInput
          label="Values"
          description="Each is one answer. A name without spaces, such as peritrochanteric."
          value={[...fact.values]}
          splitChars={[]}
          onChange={(values) => { set('enum', values); }}
        />
      )}
      {text('description', 'Description', fact.description, 'What exactly is meant, for who enters it.', true)}
      {numeric && fact.otherUnits.length > 0 && <p className={styles.hint}>{`Also taken in ${fact.otherUnits.join(', ')}; how they convert stands in the text of the document.`}</p>}
      <p className={styles.hint}>Conditions call it <code>{fact.name}</code>.</p>
      <FindingList findings={findings.filter(({ pointer }) => pointer === fact.pointer)} />
      {readOnly === null && (
        <div><Button size="xs" variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => { edit(`fact ${label} removed`, (whole) => removeAt(whole, fact.path)); }}>Remove this fact</Button></div>
      )}
    </div>
  );

  function change(kind: NewFactKind) {
    edit(`kind of ${label}`, (whole) => withKind(whole, fact, kind));
  }
}

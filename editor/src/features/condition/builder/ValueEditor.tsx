import { MultiSelect, NativeSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { outOfRange } from '../../../model/condition/literals';
import type { Subject } from '../../../model/condition/subjects';
import { valueCount, type TestDraft, type TestSubject, type ValueDraft } from '../../../model/condition/tests';
import { unitText } from '../../../model/unit';
import styles from '../Condition.module.css';
import type { EditKind } from '../context';
import type { Scope } from './builder';
import { SubjectPicker } from './SubjectPicker';

interface Props {
  readonly draft: TestDraft;
  readonly scope: Scope;
  /** What is missing, where something is. */
  readonly describedBy: string | undefined;
  readonly onChange: (values: readonly ValueDraft[], kind: EditKind) => void;
}

/** What something is compared with, by its type. */
export function ValueEditor({ draft: { subject, operator, values }, scope, describedBy, onChange }: Props) {
  if (!subject) return null;
  const count = valueCount(operator);
  const [first] = values;
  if (count === 'many') return <ManyValues subject={subject} values={values} describedBy={describedBy} onChange={onChange} />;
  if (count === 1 && first && !('literal' in first)) return <OtherSubject subject={subject} value={first} scope={scope} onChange={onChange} />;
  const set = (i: number, literal: string, kind: EditKind) => {
    onChange(Array.from({ length: Number(count) }, (_, at) => (at === i ? { literal } : (values[at] ?? { literal: '' }))), kind);
  };
  const literal = (i: number) => {
    const value = values[i];
    return value && 'literal' in value ? value.literal : '';
  };
  const one = (i: number, label: string) => <OneValue subject={subject} value={literal(i)} label={label} describedBy={describedBy} onChange={(text, kind) => { set(i, text, kind); }} />;
  return count === 2 ? <>{one(0, 'From')}<span className={styles.and}>and</span>{one(1, 'To')}</> : one(0, 'Value');
}

interface OneProps {
  readonly subject: TestSubject;
  readonly value: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly onChange: (literal: string, kind: EditKind) => void;
}

function OneValue({ subject: { type }, value, label, describedBy, onChange }: OneProps) {
  const shared = { size: 'sm', 'aria-label': label, 'aria-describedby': describedBy, value } as const;
  switch (type.kind) {
    case 'enum':
      return type.values.length > 9
        ? <Select {...shared} className={styles.value} searchable placeholder="Choose" data={[...type.values]} value={value === '' ? null : value} allowDeselect={false} onChange={(chosen) => { if (chosen !== null) onChange(chosen, 'step'); }} comboboxProps={{ transitionProps: { duration: 0 } }} />
        : <NativeSelect {...shared} className={styles.value} data={[...(value === '' ? [{ value: '', label: 'Choose' }] : []), ...type.values]} onChange={(event) => { onChange(event.currentTarget.value, 'step'); }} />;
    case 'date':
      return <TextInput {...shared} className={styles.value} type="date" onChange={(event) => { onChange(event.currentTarget.value, 'step'); }} />;
    case 'number':
    case 'integer': {
      const remark = outOfRange(value, type);
      const unit = unitText(type.unit);
      return (
        <span className={styles.number}>
          <TextInput {...shared} className={styles.numberInput} inputMode={type.kind === 'integer' ? 'numeric' : 'decimal'} autoComplete="off" onChange={(event) => { onChange(event.currentTarget.value, 'typing'); }} />
          {unit && <span className={styles.unit}>{unit}</span>}
          {remark && <span className={styles.remark} role="status">{remark}</span>}
        </span>
      );
    }
    default:
      return <TextInput {...shared} className={styles.value} autoComplete="off" onChange={(event) => { onChange(event.currentTarget.value, 'typing'); }} />;
  }
}

function ManyValues({ subject: { type }, values, describedBy, onChange }: Pick<OneProps, 'subject' | 'describedBy'> & { values: readonly ValueDraft[]; onChange: Props['onChange'] }) {
  const chosen = values.flatMap((value) => ('literal' in value ? [value.literal] : []));
  const shared = {
    size: 'sm', className: styles.many, 'aria-label': 'Values', 'aria-describedby': describedBy, value: chosen,
    onChange: (literals: string[]) => { onChange(literals.map((literal) => ({ literal })), 'step'); },
    comboboxProps: { transitionProps: { duration: 0 } },
  } as const;
  return type.kind === 'enum'
    ? <MultiSelect {...shared} data={[...type.values]} searchable placeholder={chosen.length === 0 ? 'Choose one or more' : ''} hidePickedOptions />
    : <TagsInput {...shared} placeholder={chosen.length === 0 ? 'Type a value, then Enter' : ''} acceptValueOnBlur />;
}

/** A fact or value of the workflow instead of a constant. */
function OtherSubject({ subject, value, scope, onChange }: { subject: TestSubject; value: { expression: string; label: string }; scope: Scope; onChange: Props['onChange'] }) {
  const { text, type } = subject;
  const isNumber = type.kind === 'number' || type.kind === 'integer';
  const accepts = useCallback((other: Subject) => {
    if (other.text === text) return false;
    if (!isNumber) return other.type.kind === type.kind;
    // A plain number meets every unit; two units never meet.
    return (other.type.kind === 'number' || other.type.kind === 'integer') && (other.type.unit === null || type.unit === null || other.type.unit === type.unit);
  }, [text, type.kind, type.unit, isNumber]);
  return (
    <SubjectPicker
      scope={scope} label="Compare with" accepts={accepts} autoFocus={value.expression === ''}
      subject={value.expression === '' ? null : { text: value.expression, label: value.label }}
      onChange={(chosen) => { onChange([{ expression: chosen.text, label: chosen.label }], 'step'); }}
    />
  );
}

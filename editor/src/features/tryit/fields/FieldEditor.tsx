import type { ReactNode } from 'react';
import type { Field, FieldKind } from '../../../model/facts/form';
import type { EditorProps } from '../editing';
import { BooleanEditor } from './BooleanEditor';
import { ChoiceEditor } from './ChoiceEditor';
import { DateEditor } from './DateEditor';
import { ListEditor } from './ListEditor';
import { NumberEditor } from './NumberEditor';
import { ObjectEditor } from './ObjectEditor';
import { TextEditor } from './TextEditor';

type Editors = { readonly [K in FieldKind]: (props: EditorProps<Field & { kind: K }>) => ReactNode };

/** One editor per kind of field: a kind without one does not compile. */
const editors: Editors = {
  boolean: BooleanEditor,
  choice: ChoiceEditor,
  date: DateEditor,
  list: ListEditor,
  number: NumberEditor,
  object: ObjectEditor,
  text: TextEditor,
  unsupported: () => <p>This kind of fact cannot be entered here.</p>,
};

export function FieldEditor(props: EditorProps) {
  const Editor = editors[props.field.kind] as (props: EditorProps) => ReactNode;
  return <Editor {...props} />;
}

import type { ComponentType } from 'react';
import type { DiagnosticAnswer } from '../../../api/generated';
import { TextField } from '../fields/TextField';

export interface ExpressionEditorProps {
  readonly label: string;
  readonly text: string;
  readonly place: { readonly workflow: string; readonly isCondition: boolean };
  readonly readOnly: boolean;
  readonly diagnostics: readonly DiagnosticAnswer[];
  /** `typing`: one key of many; `step`: something that can be undone alone. */
  readonly onChange: (text: string, kind: 'typing' | 'step') => void;
}

/** What edits the expression of a column or of a score item; any other editor of expressions can take its place. */
export type ExpressionEditor = ComponentType<ExpressionEditorProps>;

export const PlainExpression: ExpressionEditor = ({ label, text, readOnly, diagnostics, onChange }) =>
  <TextField label={label} code lines value={text} readOnly={readOnly ? '' : null} findings={diagnostics} onChange={(value) => { onChange(value, 'typing'); }} />;

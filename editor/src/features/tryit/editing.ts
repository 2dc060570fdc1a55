import { createContext, use } from 'react';
import { noComplaints, type Complaints } from '../../model/facts/complaints';
import type { Entry } from '../../model/facts/draft';
import type { Field } from '../../model/facts/form';
import type { FactPath } from '../../model/facts/path';

/** What every field of the form needs beside its own entry. */
interface Editing {
  readonly write: (path: FactPath, entry: Entry | undefined) => void;
  readonly complaints: Complaints;
  readonly readOnly: boolean;
}

export const EditingContext = createContext<Editing>({ write: () => undefined, complaints: noComplaints, readOnly: false });

export const useEditing = () => use(EditingContext);

/** What an editor of one kind of field is given. */
export interface EditorProps<F extends Field = Field> {
  readonly field: F;
  readonly path: FactPath;
  readonly entry: Entry | undefined;
  /** Id of the control, so that labels and missing facts find it. */
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

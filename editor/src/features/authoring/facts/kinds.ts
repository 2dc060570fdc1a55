import { factKinds, type FactKind, type NewFactKind } from '../../../model/documents/schemaDocument';

export const isNewKind = (kind: FactKind | string): kind is NewFactKind => kind in factKinds && kind !== 'list' && kind !== 'other';

/** The kinds that an author can choose; others are written as text. */
export const newKinds = Object.entries(factKinds).filter(([kind]) => isNewKind(kind)).map(([value, label]) => ({ value, label }));

export type Part = 'about' | 'parameters' | 'score' | 'table' | 'rule' | 'cases' | 'text';

/** Where the page of a part of a workflow is; `name` is that of a score, a table or a rule. */
export function partLink(part: Part, here: { readonly change: string; readonly folder: string }, name = '') {
  const base = '/changes/$change/workflows/$folder';
  switch (part) {
    case 'about': return { to: base, params: here } as const;
    case 'score': return { to: `${base}/scores/$score`, params: { ...here, score: name } } as const;
    case 'table': return { to: `${base}/tables/$table`, params: { ...here, table: name } } as const;
    case 'rule': return { to: `${base}/rules/$rule`, params: { ...here, rule: name } } as const;
    default: return { to: `${base}/${part}`, params: here } as const;
  }
}

/** Where a fact stands: input name, property names and list positions, e.g. `['patient', 'lesions', 0, 'pain']`. */
export type FactPath = readonly (string | number)[];

/** `patient.lesions[0].pain`, as decisions write it. */
export function pathText(path: FactPath): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

export function parsePath(text: string): FactPath {
  return [...text.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((match) => (match[1] === undefined ? match[0] : Number(match[1])));
}

/** The path below `/facts` that a JSON Pointer of a problem names, or null when it points elsewhere. */
export function pathFromPointer(pointer: string): FactPath | null {
  const [root, head, ...steps] = pointer.split('/');
  if (root !== '' || head !== 'facts') return null;
  return steps.map((step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? Number(name) : name;
  });
}

/** The id of the form control for a fact. */
export const controlId = (path: FactPath) => `fact-${path.join('-')}`;

/** Which kind of fact it is, whatever the list position: `patient.lesions.pain`. */
export const factKind = (path: FactPath | string) =>
  (typeof path === 'string' ? path.replaceAll(/\[[^\]]*\]/g, '') : path.filter((step) => typeof step === 'string').join('.'));

import type { BundleAnswer } from './generated';
import { request, segment } from './client';

/** What the server found in a Bundle. `text` is its whole answer: the facts in it keep their digits. */
export interface ReadBundle {
  readonly text: string;
  readonly answer: BundleAnswer;
}

/** `bundle` is the JSON text of a FHIR R4 Bundle. Nothing is kept. */
export async function readBundle(workflow: string, bundle: string, asOf: string | null): Promise<ReadBundle> {
  const response = await request(`/workflows/${segment(workflow)}/facts`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: `{"bundle":${bundle}${asOf === null ? '' : `,"asOf":${JSON.stringify(asOf)}`}}`,
  });
  const text = await response.text();
  return { text, answer: JSON.parse(text) as BundleAnswer };
}

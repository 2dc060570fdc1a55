import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../model/decision';
import { buildForm, type Schemas } from '../model/facts/form';
import type { FactSchema } from '../model/facts/schema';
import type { Library, WorkflowDetail } from '../model/workflow';

const read = (name: string): unknown => JSON.parse(readFileSync(join(process.cwd(), 'mock/fixtures', `${name}.json`), 'utf8'));

export const schemas: Schemas = {
  patient: read('facts-patient') as FactSchema,
  lesion: read('facts-lesion') as FactSchema,
  spine: read('facts-spine') as FactSchema,
};
export const library = read('library') as Library;
export const mirels = read('workflow-MirelsFractureRisk') as WorkflowDetail;
export const agent = read('workflow-BoneTargetedAgent') as WorkflowDetail;
export const decision = (name: string) => (read(name) as { response: Decision }).response;
export const lesionForm = buildForm(mirels.inputs, schemas);
export const patientForm = buildForm(agent.inputs, schemas);

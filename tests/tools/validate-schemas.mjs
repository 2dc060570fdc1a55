// Validates every shipped document against the JSON Schemas in schemas/, the facts of every golden case against the
// fact schemas, and the samples beside this script. One line per document; the last line is `N passed, N failed`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const library = path.join(root, 'workflows');
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const show = file => path.relative(root, file).split(path.sep).join('/');

let passed = 0;
let failed = 0;
function report(document, errors) {
  if (errors.length === 0) {
    passed++;
    console.log(`pass  ${document}`);
  } else {
    failed++;
    console.log(`FAIL  ${document}`);
    for (const error of errors) console.log(`      ${error}`);
  }
}

const newAjv = () => addFormats(new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }));
const explain = errors => (errors ?? []).map(e => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
const check = (validate, value) => (validate(value) ? [] : explain(validate.errors));

const ajv = newAjv();
const schemas = {};
for (const kind of ['workflow', 'facts', 'evidence', 'cases', 'valueset']) {
  schemas[kind] = ajv.compile(read(path.join(root, 'schemas', `${kind}.schema.json`)));
}

// Fact schemas: as documents, and as schemas for the facts of the cases.
const factFolder = path.join(library, 'facts');
const factSchemas = {};
const factAjv = newAjv();
for (const keyword of ['x-unit', 'x-units', 'x-codes', 'x-fhir', 'x-attribute', 'x-label', 'x-group', 'x-order']) factAjv.addKeyword(keyword);
for (const file of fs.readdirSync(factFolder).filter(f => f.endsWith('.schema.json')).sort()) {
  const schema = read(path.join(factFolder, file));
  factSchemas[file.replace('.schema.json', '')] = schema;
  report(show(path.join(factFolder, file)), check(schemas.facts, schema));
  factAjv.addSchema(schema, file);
}

const specFacts = path.join(root, 'tests', 'spec', 'facts');
for (const file of fs.readdirSync(specFacts).filter(f => f.endsWith('.schema.json')).sort()) {
  report(show(path.join(specFacts, file)), check(schemas.facts, read(path.join(specFacts, file))));
}

const valueSets = path.join(library, 'valuesets');
for (const file of fs.readdirSync(valueSets).filter(f => f.endsWith('.json')).sort()) {
  report(show(path.join(valueSets, file)), check(schemas.valueset, read(path.join(valueSets, file))));
}

const evidence = read(path.join(library, 'evidence.json'));
const sources = new Set(evidence.Sources.map(s => s.Id));
report('workflows/evidence.json', [
  ...check(schemas.evidence, evidence),
  ...(sources.size === evidence.Sources.length ? [] : ['an Id occurs twice']),
]);

const folders = fs.readdirSync(library, { withFileTypes: true })
  .filter(e => e.isDirectory() && fs.existsSync(path.join(library, e.name, 'workflow.json')))
  .map(e => e.name)
  .sort();
for (const folder of folders) {
  const workflowFile = path.join(library, folder, 'workflow.json');
  const workflow = read(workflowFile);
  report(show(workflowFile), [...check(schemas.workflow, workflow), ...uncited(workflow)]);

  const casesFile = path.join(library, folder, 'cases.json');
  if (!fs.existsSync(casesFile)) continue;
  const cases = read(casesFile);
  report(show(casesFile), [...check(schemas.cases, cases), ...caseErrors(workflow, cases)]);
}

// Samples: files that must be accepted, and files that must be refused.
const samples = path.join(here, 'samples');
for (const file of fs.readdirSync(samples).filter(f => f.endsWith('.json')).sort()) {
  const [kind, verdict] = file.split('.');
  const errors = check(schemas[kind], read(path.join(samples, file)));
  const refused = verdict.startsWith('invalid');
  report(show(path.join(samples, file)), refused ? (errors.length > 0 ? [] : ['must be refused, but was accepted']) : errors);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function uncited(workflow) {
  const citing = [...(workflow.Rules ?? []), ...(workflow.Tables ?? []).flatMap(t => t.Rows)];
  const unknown = citing.flatMap(x => x.Evidence ?? []).map(e => e.Source).filter(s => !sources.has(s));
  const silent = (workflow.Rules ?? []).filter(r => r.Recommendation && !r.Evidence).map(r => r.RuleName);
  return [
    ...unknown.map(s => `evidence.json has no source ${s}`),
    ...silent.map(r => `${r} recommends without Evidence`),
  ];
}

function caseErrors(workflow, document) {
  const errors = [];
  if (document.Workflow !== workflow.WorkflowName) errors.push(`Workflow is not ${workflow.WorkflowName}`);
  const rules = new Set((workflow.Rules ?? []).map(r => r.RuleName));
  const seen = new Set();
  for (const c of document.Cases) {
    if (seen.has(c.Id)) errors.push(`${c.Id}: the Id occurs twice`);
    seen.add(c.Id);
    for (const rule of Object.keys(c.Expect.Rules ?? {})) {
      // Results of included workflows are named Workflow.Rule and stand in that workflow's document.
      if (!rules.has(rule) && !rule.includes('.')) errors.push(`${c.Id}: no rule ${rule}`);
    }
    const missing = c.Expect.Missing ?? [];
    if (missing.some((m, i) => i > 0 && missing[i - 1] >= m)) errors.push(`${c.Id}: Missing is not sorted`);
    for (const [name, facts] of Object.entries(c.Facts)) {
      const input = (workflow.Inputs ?? []).find(i => i.Name === name);
      if (!input) {
        errors.push(`${c.Id}: no input ${name}`);
        continue;
      }
      const validate = factAjv.getSchema(`${input.Schema}.schema.json`);
      for (const e of check(validate, canonical(facts, factSchemas[input.Schema], errors, c.Id))) errors.push(`${c.Id}: ${name}${e}`);
    }
  }
  return errors;
}

/** The facts in canonical units, without those that are null (unknown). */
function canonical(facts, schema, errors, id) {
  if (facts === null || typeof facts !== 'object') return facts;
  const result = {};
  for (const [key, value] of Object.entries(facts)) {
    if (value === null) continue;
    const fact = schema.properties[key];
    if (Array.isArray(value) && fact?.items?.$ref) {
      const element = factSchemas[fact.items.$ref.replace('.schema.json', '')];
      result[key] = value.map(v => canonical(v, element, errors, id));
    } else if (typeof value === 'object' && !Array.isArray(value) && 'unit' in value) {
      const conversion = value.unit === fact?.['x-unit'] ? 1 : fact?.['x-units']?.[value.unit];
      if (conversion === undefined) errors.push(`${id}: ${key} does not know the unit ${value.unit}`);
      result[key] = typeof conversion === 'object' ? value.value / conversion.divideBy : value.value * (conversion ?? 1);
    } else {
      result[key] = value;
    }
  }
  return result;
}

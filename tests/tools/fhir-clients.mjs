// Reads a server with clients that others wrote, as their users would, and prints what they made of it. Arguments: the base of the server,
// an id of a PlanDefinition; the Parameters of `$apply` come in.
import { readFileSync } from 'node:fs';
import smart from 'fhirclient';
import { Client } from 'fhir-kit-client';

const [baseUrl, id] = process.argv.slice(2);
const parameters = JSON.parse(readFileSync(0, 'utf8'));
const headers = { accept: 'application/fhir+json', 'content-type': 'application/fhir+json' };

async function refusal(promise) {
  try {
    await promise;
    return null;
  } catch (error) {
    return error.response?.status ?? error.statusCode ?? error.status ?? error.message;
  }
}

async function withFhirClient() {
  const client = smart({ headers: {}, url: '/' }, {}, () => ({ get() {}, set() {}, unset() {} })).client({ serverUrl: baseUrl });
  const plan = await client.request(`PlanDefinition/${id}`);
  const all = await client.request('PlanDefinition?_count=4', { pageLimit: 0, flat: true });
  const applied = await client.request({ url: `PlanDefinition/${id}/$apply`, method: 'POST', body: JSON.stringify(parameters), headers });
  const library = await client.request(`PlanDefinition/${id}/$data-requirements`);
  return {
    release: await client.getFhirRelease(),
    plan: plan.title,
    plans: all.map((p) => p.id),
    applied: applied.contained.find((r) => r.resourceType === 'RequestGroup').action.map((a) => a.title),
    requirements: client.getPath(library, 'dataRequirement.0.type'),
    unknown: await refusal(client.request('PlanDefinition/there-is-none')),
  };
}

async function withFhirKitClient() {
  const client = new Client({ baseUrl });
  const statement = await client.capabilityStatement();
  const plans = [];
  for (let page = await client.search({ resourceType: 'PlanDefinition', searchParams: { _count: 4 } }); page; page = await client.nextPage({ bundle: page })) plans.push(...page.entry.map((e) => e.resource.id));
  const plan = await client.read({ resourceType: 'PlanDefinition', id });
  const applied = await client.operation({ name: 'apply', resourceType: 'PlanDefinition', id, input: parameters });
  const group = await client.resolve({ reference: applied.activity[0].reference.reference, context: applied });
  const library = await client.operation({ name: 'data-requirements', resourceType: 'PlanDefinition', id, input: { resourceType: 'Parameters' } });
  const found = await client.search({ resourceType: 'Library', searchParams: { url: plan.library[0].split('|')[0] } });
  return {
    version: statement.fhirVersion,
    plan: plan.title,
    plans,
    applied: group.action.map((a) => a.title),
    requirements: library.dataRequirement[0].type,
    libraries: found.entry.map((e) => e.resource.id),
    unknown: await refusal(client.read({ resourceType: 'PlanDefinition', id: 'there-is-none' })),
    unwritable: await refusal(client.update({ resourceType: 'PlanDefinition', id, body: plan })),
  };
}

process.stdout.write(JSON.stringify({ fhirclient: await withFhirClient(), fhirKitClient: await withFhirKitClient() }));

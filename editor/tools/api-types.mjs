// Writes the types of the HTTP interface, from schemas/openapi.json, into the client package; the editor takes them from there. With --check it
// only says whether that file is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../../schemas/openapi.json', import.meta.url);
const target = new URL('../../src/bonemets-client/src/generated.ts', import.meta.url);
const types = await openapi(source, { alphabetize: true, immutable: true, rootTypes: true, rootTypesNoSchemaPrefix: true });
const text = `// Generated from schemas/openapi.json by \`npm run api-types\`. Not edited by hand.\n\n${astToString(types)}`;

if (process.argv.includes('--check')) {
  if (text !== await readFile(target, 'utf8').catch(() => '')) {
    console.error('src/bonemets-client/src/generated.ts does not say what schemas/openapi.json says: run `npm run api-types` in editor/ and commit the result');
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}

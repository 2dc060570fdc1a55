// Writes the types of the HTTP interface, from schemas/openapi.json, for the editor and for the client package. With --check it only says whether
// these files are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../../schemas/openapi.json', import.meta.url);
const targets = ['editor/src/api/generated.ts', 'src/bonemets-client/src/generated.ts'];
const types = await openapi(source, { alphabetize: true, immutable: true, rootTypes: true, rootTypesNoSchemaPrefix: true });
const text = `// Generated from schemas/openapi.json by \`npm run api-types\`. Not edited by hand.\n\n${astToString(types)}`;

for (const target of targets) {
  const file = new URL(`../../${target}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if (text !== await readFile(file, 'utf8').catch(() => '')) {
    console.error(`${target} does not say what schemas/openapi.json says: run \`npm run api-types\` in editor/ and commit the result`);
    process.exitCode = 1;
  }
}

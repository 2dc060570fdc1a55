// Writes the software bill of materials (docs/sbom.cdx.json) and the licences of what is shipped (docs/licenses.md) from
// the lock files, or with --check compares them with what is there. Fails on a licence that supply-chain/licences.json
// does not allow and on a bill that the schema of CycloneDX refuses. The last line is `N passed, N failed`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { billOfMaterials } from './supply-chain/bom.mjs';
import { join } from './supply-chain/graph.mjs';
import { judge, unused } from './supply-chain/licences.mjs';
import { nugetLicence } from './supply-chain/nuget.mjs';
import { npmLicence } from './supply-chain/npm.mjs';
import { licencePage } from './supply-chain/page.mjs';
import { readProjects } from './supply-chain/projects.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  console.error('usage: node supply-chain.mjs [--check]');
  process.exit(2);
}

let passed = 0;
let failed = 0;
function report(what, complaints) {
  if (complaints.length === 0) passed++;
  else failed++;
  console.log(`${complaints.length === 0 ? 'pass' : 'FAIL'}  ${what}`);
  for (const complaint of complaints) console.log(`      ${complaint}`);
}

const policy = JSON.parse(fs.readFileSync(path.join(here, 'supply-chain', 'licences.json'), 'utf8'));
const { version, projects } = readProjects(root);
const judged = join(projects).map(p => {
  const said = p.url.startsWith('pkg:npm/') ? npmLicence(p) : nugetLicence(projects.find(q => q.needs.packages.some(r => r.url === p.url)).folder, p.name, p.version);
  // Of what only builds, some is there on some platforms only: the bill would not be the same everywhere.
  return { ...p, copyright: p.isShipped ? said.copyright : [], authors: said.authors, ...judge(policy, p.url, said, p.isShipped) };
});
report(`licences of ${judged.filter(p => p.isShipped).length} packages that are shipped`, judged.filter(p => p.isShipped && p.complaint).map(p => p.complaint));
report(`licences of ${judged.filter(p => !p.isShipped).length} packages that are not`, judged.filter(p => !p.isShipped && p.complaint).map(p => p.complaint));
report('licences.json allows no more than is used', unused(policy, judged));
report('licences.json: what packages contain', policy.contains.filter(c => !judged.some(p => p.url.startsWith(`${c.package}@`))).map(c => `there is no ${c.package}`));

if (failed === 0) {
  const bom = `${JSON.stringify(billOfMaterials({ version, projects, packages: judged, contains: policy.contains }), null, 1)}\n`;
  const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom);
  report('the bill of materials is CycloneDX 1.6', wrong === null ? [] : wrong.map(e => `${e.instancePath} ${e.message}`));
  for (const [file, text] of [['docs/sbom.cdx.json', bom], ['docs/licenses.md', licencePage({ packages: judged, contains: policy.contains })]]) {
    const place = path.join(root, file);
    if (option === '--check') report(file, fs.existsSync(place) && fs.readFileSync(place, 'utf8') === text ? [] : ['is not what the lock files say: run `node tests/tools/supply-chain.mjs` and look at what changed']);
    else if (failed === 0) fs.writeFileSync(place, text);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

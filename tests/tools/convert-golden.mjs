// Converts golden cases (an array with lower-case keys) into the cases.json of the workflows they test.
//
//   node tests/tools/convert-golden.mjs <golden.json> <workflows folder> [workflow names...]
//
// A workflow's folder is the one whose workflow.json has that WorkflowName. Converted cases come first, in the
// order of the golden file; cases that only cases.json has (by Id) stay behind them, in their own order.
import fs from 'node:fs';
import path from 'node:path';
import { format } from './format-json.mjs';

const [goldenFile, library, ...names] = process.argv.slice(2);
if (!goldenFile || !library) {
  console.error('usage: node convert-golden.mjs <golden.json> <workflows folder> [workflow names...]');
  process.exit(2);
}

const golden = JSON.parse(fs.readFileSync(goldenFile, 'utf8'));
const folders = new Map();
for (const entry of fs.readdirSync(library, { withFileTypes: true })) {
  const file = path.join(library, entry.name, 'workflow.json');
  if (entry.isDirectory() && fs.existsSync(file)) {
    folders.set(JSON.parse(fs.readFileSync(file, 'utf8')).WorkflowName, path.join(library, entry.name));
  }
}

let failed = false;
const wanted = names.length > 0 ? names : [...folders.keys()].sort();
for (const name of wanted) {
  const folder = folders.get(name);
  const source = golden.filter(c => c.workflow === name);
  if (!folder) {
    console.error(`no folder holds the workflow ${name}`);
    failed = true;
    continue;
  }

  const converted = source.map(convert);
  const ids = new Set(converted.map(c => c.Id));
  if (ids.size !== converted.length) {
    console.error(`${name}: an id occurs twice in ${goldenFile}`);
    failed = true;
    continue;
  }

  const file = path.join(folder, 'cases.json');
  const present = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).Cases : [];
  const own = present.filter(c => !ids.has(c.Id));
  const document = {
    $schema: '../../schemas/cases.schema.json',
    Workflow: name,
    Cases: [...converted, ...own],
  };
  fs.writeFileSync(file, format(document, 3) + '\n');
  console.log(`${name}: ${converted.length} converted, ${own.length} own`);
}

process.exit(failed ? 1 : 0);

function convert(c) {
  const expect = { Rules: c.expect.rules };
  if (c.expect.outputs && Object.keys(c.expect.outputs).length > 0) expect.Outputs = c.expect.outputs;
  if (c.expect.missing) expect.Missing = c.expect.missing;
  const result = { Id: c.id };
  if (c.title) result.Title = c.title;
  result.Facts = c.facts;
  result.Expect = expect;
  if (c.why) result.Why = c.why;
  if (c.source) result.Source = c.source;
  if (c.tags) result.Tags = c.tags;
  return result;
}

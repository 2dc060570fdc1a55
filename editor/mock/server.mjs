// Answers like the real server from recorded decisions, for work on the editor alone.
// It decides nothing: an execute request gets the recorded decision whose facts fit best.
//   node mock/server.mjs [--port 5080] [--dist dist] [--stale] [--delay MS]
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));
const files = readdirSync(fixtures);
const recorded = files.map(read).filter((file) => file.request);
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

export function startMock({ port = 5080, dist = null, stale = false, delay = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://mock');
    const [, api, , collection, name, action] = pathname.split('/').map(decodeURIComponent);
    if (api !== 'api') return dist ? page(dist, pathname, response) : problem(response, 404, 'No page here', 'Start the development server instead.');
    await new Promise((done) => setTimeout(done, delay));
    if (collection === 'workflows' && action === 'execute') return execute(name, await body(request), response);
    if (collection === 'workflows' && !name) return json(response, 200, stale ? staleLibrary() : read('library.json'));
    if (collection === 'session') return json(response, 200, { name: null, displayName: null, roles: [], antiforgery: null, hasStore: false, needsAdministrator: false });
    const file = `${collection === 'facts' ? 'facts' : 'workflow'}-${name}.json`;
    if (files.includes(file)) return json(response, 200, read(file));
    return problem(response, 404, 'Not found', `there is no ${collection === 'facts' ? 'fact schema' : 'workflow'} \`${name}\`, did you mean \`MirelsFractureRisk\``);
  });
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
}

function staleLibrary() {
  const library = read('library.json');
  library.library.status = 'stale';
  library.diagnostics = [{
    code: 'BMR1102', severity: 'error', document: 'mirels-fracture-risk/workflow.json', pointer: '/Rules/2/Expression', line: 74, column: 31,
    message: 'unknown name `mirelScore`', help: 'did you mean `mirelsScore`',
  }];
  return library;
}

function execute(workflow, text, response) {
  let sent;
  try {
    sent = JSON.parse(text);
  } catch {
    return problem(response, 400, 'Malformed JSON', 'the body is not JSON');
  }
  const facts = leaves(sent.facts ?? {});
  const errors = [...facts].flatMap(([pointer, value]) => rangeError(pointer, value));
  if (errors.length > 0) return problem(response, 400, 'Wrong facts', 'the facts hold errors', errors);
  const fits = recorded
    .filter((record) => record.workflow === workflow)
    .map((record) => ({ record, wanted: [...leaves(record.request.facts)] }))
    .filter(({ wanted }) => wanted.every(([pointer, value]) => facts.get(pointer) === value))
    .sort((a, b) => b.wanted.length - a.wanted.length);
  if (fits.length === 0) return problem(response, 404, 'Not found', `nothing is recorded for workflow \`${workflow}\``);
  const asOf = sent.asOf ?? new Date().toISOString().slice(0, 10);
  return json(response, 200, { ...fits[0].record.response, asOf });
}

function leaves(value, pointer = '/facts', found = new Map()) {
  if (value && typeof value === 'object' && !('unit' in value))
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${pointer}/${key}`, found);
  else found.set(pointer, value && typeof value === 'object' ? `${value.value} ${value.unit}` : value);
  return found;
}

function rangeError(pointer, value) {
  const [, , input, name] = pointer.split('/');
  const schema = files.includes(`facts-${input}.json`) ? read(`facts-${input}.json`).properties[name] : undefined;
  if (typeof value !== 'number' || schema?.maximum === undefined || (value >= schema.minimum && value <= schema.maximum)) return [];
  return [{ pointer, code: 'BMR3004', message: `\`${value}\` is outside ${schema.minimum} to ${schema.maximum}`, help: null }];
}

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response, status, value, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy });
  response.end(JSON.stringify(value));
}

function problem(response, status, title, detail, errors) {
  json(response, status, { type: 'about:blank', title, status, detail, traceId: '00-mock', errors }, 'application/problem+json');
}

/** Static files; any other path is a page of the editor. */
function page(dist, pathname, response) {
  const wanted = join(dist, normalize(pathname));
  const file = extname(wanted) && existsSync(wanted) ? wanted : join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
  createReadStream(file).pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '5080' }, dist: { type: 'string' }, stale: { type: 'boolean', default: false }, delay: { type: 'string', default: '0' } },
  });
  await startMock({ port: Number(values.port), dist: values.dist ?? null, stale: values.stale, delay: Number(values.delay) });
  console.log(`mock server on http://localhost:${values.port}`);
}

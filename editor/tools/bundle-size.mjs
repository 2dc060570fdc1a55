// What a first visit loads, compressed. Fails above the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = 400 * 1024;
const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const size = (file) => gzipSync(readFileSync(new URL(file, dist))).length;
const scripts = files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0);
const styles = files.filter((file) => file.endsWith('.css')).reduce((sum, file) => sum + size(file), 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`initial scripts ${kilobytes(scripts)}, styles ${kilobytes(styles)} (gzip; budget for scripts ${kilobytes(budget)})`);
if (/<script(?![^>]*\bsrc=)/.test(html)) throw new Error('index.html holds an inline script, which the content security policy forbids');
process.exitCode = scripts > budget ? 1 : 0;

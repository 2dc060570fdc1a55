// node --test tests/tools/supply-chain/
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { billOfMaterials } from './bom.mjs';
import { join } from './graph.mjs';
import { judge, unused } from './licences.mjs';
import { copyrightLines, readNpmProject } from './npm.mjs';

const policy = {
  shipped: ['MIT', 'Apache-2.0'],
  notShipped: ['MPL-2.0'],
  read: [{ package: 'pkg:npm/read@1.0.0', licence: 'MIT', sha256: 'aa' }, { package: 'pkg:nuget/Linked@1.0.0', licence: 'Apache-2.0', url: 'https://example.org/licence' }],
};

for (const [url, said, isShipped, expected] of [
  ['pkg:npm/a@1.0.0', { expression: 'MIT' }, true, 'MIT'],
  ['pkg:npm/a@1.0.0', { expression: 'GPL-3.0-only OR MIT' }, true, 'GPL-3.0-only OR MIT'],
  ['pkg:npm/a@1.0.0', { expression: 'MIT AND GPL-3.0-only' }, true, /MIT AND GPL-3.0-only is not allowed for what is shipped/],
  ['pkg:npm/a@1.0.0', { expression: 'MPL-2.0' }, true, /MPL-2.0 is not allowed for what is shipped/],
  ['pkg:npm/a@1.0.0', { expression: 'MPL-2.0' }, false, 'MPL-2.0'],
  ['pkg:npm/a@1.0.0', { expression: 'AGPL-3.0-only' }, false, /is not allowed for what is used to build and test/],
  ['pkg:npm/a@1.0.0', { expression: 'Apache-2.0 WITH LLVM-exception' }, true, /is not allowed/],
  ['pkg:npm/a@1.0.0', { expression: 'Apache-2.0+' }, true, /is not allowed/],
  ['pkg:npm/a@1.0.0', { expression: 'Free as in beer' }, true, /is no SPDX expression/],
  ['pkg:npm/a@1.0.0', {}, true, /names no licence of the list of SPDX \(nothing at all\)/],
  ['pkg:npm/a@1.0.0', { file: 'LICENSE', sha256: 'aa' }, true, /names no licence of the list of SPDX \(LICENSE\): read it/],
  ['pkg:npm/read@1.0.0', { file: 'LICENSE', sha256: 'aa' }, true, 'MIT'],
  ['pkg:npm/read@1.0.0', { file: 'LICENSE', sha256: 'bb' }, true, /is not the text that was read/],
  ['pkg:npm/read@1.0.1', { file: 'LICENSE', sha256: 'aa' }, true, /read it, and add it/],
  ['pkg:npm/read@1.0.0', { expression: 'MIT' }, true, /names a licence now/],
  ['pkg:nuget/Linked@1.0.0', { url: 'https://example.org/licence' }, true, 'Apache-2.0'],
  ['pkg:nuget/Linked@1.0.0', { url: 'https://example.org/other' }, true, /lies elsewhere now/],
]) {
  test(`licence ${JSON.stringify(said)} of ${url}, ${isShipped ? 'shipped' : 'not shipped'}: ${expected}`, () => {
    const { licence, complaint } = judge(policy, url, said, isShipped);
    if (typeof expected === 'string') assert.equal(licence, expected);
    else assert.match(complaint, expected);
  });
}

test('what licences.json allows and nothing has is named', () => {
  const found = unused(policy, [{ url: 'pkg:npm/read@1.0.0', licence: 'MIT', isShipped: true }, { url: 'pkg:npm/b@1.0.0', licence: 'Apache-2.0', isShipped: false }]);
  assert.deepEqual(found.map(f => f.match(/MPL-2.0|Apache-2.0|pkg:[^,]+/)[0]), ['pkg:nuget/Linked@1.0.0', 'Apache-2.0', 'MPL-2.0']);
});

const pkg = (name, ...needs) => ({ url: name, name, version: '1', sha512: `hash of ${name}`, needs });

test('a package is shipped when a shipped project reaches it, and not by what only builds', () => {
  const packages = join([
    { isShipped: true, needs: { roots: [{ url: 'a', isShipped: true }, { url: 'analyzer', isShipped: false }], packages: [pkg('a', 'b'), pkg('b'), pkg('analyzer', 'c'), pkg('c')] } },
    { isShipped: false, needs: { roots: [{ url: 'test', isShipped: false }], packages: [pkg('test', 'b', 'd'), pkg('b', 'd'), pkg('d')] } },
  ]);
  assert.deepEqual(packages.filter(p => p.isShipped).map(p => p.url), ['a', 'b']);
  assert.deepEqual(packages.find(p => p.url === 'b').needs, ['d']);
});

test('one package with two contents is refused', () => {
  const project = sha512 => ({ isShipped: true, needs: { roots: [], packages: [{ ...pkg('a'), sha512 }] } });
  assert.throws(() => join([project('1'), project('2')]), /two contents/);
});

test('a package of npm is found where Node finds it', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-'));
  const entry = (version, dependencies) => ({ version, license: 'MIT', integrity: `sha512-${Buffer.from(version).toString('base64')}`, dependencies });
  const write = packages => fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  write({
    '': { dependencies: { '@x/a': '1' }, devDependencies: { b: '1' } },
    'node_modules/@x/a': entry('1.0.0', { b: '2', c: '1' }),
    'node_modules/@x/a/node_modules/b': entry('2.0.0', { c: '1' }),
    'node_modules/b': entry('1.0.0'),
    'node_modules/c': entry('1.0.0', { b: '1' }),
  });
  const read = readNpmProject(folder, true);
  assert.deepEqual(read.roots, [{ url: 'pkg:npm/%40x/a@1.0.0', isShipped: true }, { url: 'pkg:npm/b@1.0.0', isShipped: false }]);
  assert.deepEqual(read.packages.map(p => p.needs), [['pkg:npm/b@2.0.0', 'pkg:npm/c@1.0.0'], ['pkg:npm/c@1.0.0'], [], ['pkg:npm/b@1.0.0']]);
  write({ '': {}, 'node_modules/a': { version: '1.0.0', license: 'MIT' } });
  assert.throws(() => readNpmProject(folder, true), /has no sha512/);
  fs.rmSync(folder, { recursive: true });
});

test('copyright lines are those of somebody, not those of the licence', () => {
  const text = ' * Copyright (c) 2020 Ann\n   Copyright 2021, Ben <b@example.org>\nThe above copyright notice and this\ncopyright license to reproduce\nCopyright [yyyy] [name of copyright owner]\n© Cid';
  assert.deepEqual(copyrightLines(text), ['Copyright (c) 2020 Ann', 'Copyright 2021, Ben <b@example.org>', '© Cid']);
});

test('a bill that is none is refused by the schema', async () => {
  const bill = billOfMaterials({ version: '1', projects: [], packages: [{ ...pkg('pkg:npm/a@1'), sha512: 'ab'.repeat(64), licence: 'MIT', copyright: [], isShipped: true }], contains: [] });
  const validate = b => new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(JSON.stringify(b));
  assert.equal(await validate(bill), null);
  bill.components[0].licenses[0].license.id = 'MITT';
  assert.notEqual(await validate(bill), null);
});

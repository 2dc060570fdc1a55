// docs/licenses.md: what reaches users, by whom, under which licence.

const cell = text => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

export function licencePage({ packages, contains }) {
  const shipped = packages.filter(p => p.isShipped);
  const others = packages.filter(p => !p.isShipped);
  const row = p => `| ${cell(p.name)} | ${p.version} | ${p.licence} | ${cell(p.copyright.join('; ') || (p.authors ? `(no copyright line; by ${p.authors})` : '(no copyright line)'))} |`;
  const table = (title, kind) => {
    const rows = shipped.filter(p => p.url.startsWith(`pkg:${kind}/`));
    return [`## ${title} (${rows.length})`, '', '| package | version | licence | copyright |', '|---|---|---|---|', ...rows.map(row), ''];
  };
  return [
    '# Licences of what is shipped',
    '',
    '<!-- Written by `node tests/tools/supply-chain.mjs`; do not edit. -->',
    '',
    'BoneMets.Rules itself is under the [MIT licence](../LICENSE). With it come the packages below: those of NuGet in the folders of the server and the command, those of npm in the built editor. Licences are named as in the [list of SPDX](https://spdx.org/licenses/), which holds the texts; copyright lines are the packages’ own. The same with hashes, and with what only builds and tests need: [sbom.cdx.json](sbom.cdx.json). How both are made: [supply-chain.md](supply-chain.md).',
    '',
    ...table('NuGet', 'nuget'),
    ...table('npm', 'npm'),
    '## Inside of packages',
    '',
    ...contains.map(c => `- ${c.name} in ${decodeURIComponent(c.package.split('/').slice(1).join('/'))}: ${c.licence}. ${c.note}`),
    '',
    '## Not shipped',
    '',
    `${others.length} packages build and test only: ${tally(others)}.`,
    '',
  ].join('\n');
}

function tally(packages) {
  const counts = new Map();
  for (const p of packages) counts.set(p.licence, (counts.get(p.licence) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([licence, n]) => `${licence} ${n}`).join(', ');
}

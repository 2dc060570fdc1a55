// The software bill of materials: CycloneDX 1.6, JSON. The same input gives the same bytes: no time, no serial number.

const scope = isShipped => (isShipped ? 'required' : 'excluded');
const listed = licence => (/^[\w.+-]+$/.test(licence) && !licence.startsWith('LicenseRef-') ? [{ license: { id: licence } }] : [{ expression: licence }]);

/** `packages` as `join` gives them, each with `licence` and `copyright`; `contains` of licences.json. */
export function billOfMaterials({ version, projects, packages, contains }) {
  const product = `pkg:generic/bonemets-rules@${version}`;
  const urlOf = new Map(projects.map(p => [p.name, p.url]));
  const own = projects.map(p => ({
    type: p.type,
    'bom-ref': p.url,
    name: p.name,
    version: p.version,
    ...(p.description ? { description: p.description } : {}),
    scope: scope(p.isShipped),
    licenses: listed('MIT'),
    purl: p.url,
  }));
  const others = packages.map(p => ({
    type: 'library',
    'bom-ref': p.url,
    ...(p.url.startsWith('pkg:npm/%40') ? { group: p.name.split('/')[0], name: p.name.split('/')[1] } : { name: p.name }),
    version: p.version,
    scope: scope(p.isShipped),
    hashes: [{ alg: 'SHA-512', content: p.sha512 }],
    licenses: listed(p.licence),
    ...(p.copyright.length > 0 ? { copyright: p.copyright.join('\n') } : {}),
    purl: p.url,
    ...inside(p.url, contains),
  }));
  const dependencies = [
    { ref: product, dependsOn: projects.map(p => p.url) },
    ...projects.map(p => ({ ref: p.url, dependsOn: [...new Set([...p.ownNeeds.map(n => urlOf.get(n)), ...p.needs.roots.map(r => r.url)])].sort() })),
    ...packages.map(p => ({ ref: p.url, dependsOn: p.needs })),
  ].map(d => (d.dependsOn.length > 0 ? d : { ref: d.ref }));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': product, name: 'BoneMets.Rules', version, licenses: listed('MIT'), purl: product } },
    components: [...own, ...others],
    dependencies,
  };
}

/** What a package carries inside and its own licence does not speak of. */
function inside(url, contains) {
  const found = contains.filter(c => url.startsWith(`${c.package}@`));
  return found.length === 0 ? {} : { components: found.map(c => ({ type: 'library', 'bom-ref': `${url}#${c.name}`, name: c.name, licenses: listed(c.licence) })) };
}

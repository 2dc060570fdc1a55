// The packages of all projects as one graph.

/**
 * `projects`: `[{ name, url, isShipped, needs: { roots, packages } }]`. The answer has each package once, with all that
 * it needs in any project; it is shipped when a shipped project reaches it by anything but what only builds.
 */
export function join(projects) {
  const packages = new Map();
  for (const { needs } of projects) {
    for (const p of needs.packages) {
      const known = packages.get(p.url);
      if (!known) packages.set(p.url, { ...p, needs: new Set(p.needs), isShipped: false });
      else if (known.sha512 !== p.sha512) throw new Error(`${p.url} has two contents: ${known.sha512} and ${p.sha512}`);
      else for (const url of p.needs) known.needs.add(url);
    }
  }
  for (const { isShipped, needs } of projects) {
    if (!isShipped) continue;
    // Within the project's own graph: what a package needs elsewhere may be more.
    const own = new Map();
    for (const p of needs.packages) own.set(p.url, [...(own.get(p.url) ?? []), ...p.needs]);
    const open = needs.roots.filter(r => r.isShipped).map(r => r.url);
    const seen = new Set();
    while (open.length > 0) {
      const url = open.pop();
      if (seen.has(url)) continue;
      seen.add(url);
      packages.get(url).isShipped = true;
      open.push(...(own.get(url) ?? []));
    }
  }
  return [...packages.values()].map(p => ({ ...p, needs: [...p.needs].sort() })).sort((a, b) => (a.url < b.url ? -1 : 1));
}

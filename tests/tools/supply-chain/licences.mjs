// Which licences are allowed, by licences.json. What is not named there is refused: unknown is not allowed.
import parse from 'spdx-expression-parse';

/**
 * The licence of a package as SPDX has it, or why it cannot be used: `{ licence }` or `{ complaint }`.
 * `said` is what the package says of itself; `isShipped` whether it reaches users.
 */
export function judge(policy, url, said, isShipped) {
  const known = policy.read.find(r => r.package === url);
  if (known && said.expression) return { complaint: `${url} names a licence now, ${said.expression}: take its entry out of "read"` };
  if (!said.expression && !known) return { complaint: `${url} names no licence of the list of SPDX (${said.url ?? said.file ?? 'nothing at all'}): read it, and add it to "read"` };
  if (known && (known.sha256 ?? null) !== (said.sha256 ?? null)) return { complaint: `${url}: ${said.file ?? 'its licence'} is not the text that was read (sha256 ${said.sha256}): read it again` };
  if (known && (known.url ?? null) !== (said.url ?? null)) return { complaint: `${url}: its licence lies elsewhere now (${said.url}): read it again` };
  const licence = known ? known.licence : said.expression;
  const allowed = new Set(isShipped ? policy.shipped : [...policy.shipped, ...policy.notShipped]);
  let tree;
  try {
    tree = parse(licence);
  } catch {
    return { complaint: `${url}: ${licence} is no SPDX expression` };
  }
  if (isAllowed(tree, allowed)) return { licence };
  return { complaint: `${url}: ${licence} is not allowed for what is ${isShipped ? 'shipped' : 'used to build and test'}: use another package, or add the licence to licences.json` };
}

/** Of "or" one is enough, of "and" each is needed. */
function isAllowed(tree, allowed) {
  if (tree.conjunction === 'or') return isAllowed(tree.left, allowed) || isAllowed(tree.right, allowed);
  if (tree.conjunction === 'and') return isAllowed(tree.left, allowed) && isAllowed(tree.right, allowed);
  return allowed.has(`${tree.license}${tree.plus ? '+' : ''}${tree.exception ? ` WITH ${tree.exception}` : ''}`);
}

/** Entries that nothing asks for any more would let something in later. */
export function unused(policy, judged) {
  const urls = new Set(judged.map(j => j.url));
  const idsOf = packages => new Set(packages.flatMap(j => [...(j.licence ?? '').matchAll(/[\w.+-]+/g)].map(m => m[0])));
  const all = idsOf(judged);
  const reaching = idsOf(judged.filter(j => j.isShipped));
  return [
    ...policy.read.filter(r => !urls.has(r.package)).map(r => `licences.json: "read" names ${r.package}, which is not used: take it out`),
    ...policy.shipped.filter(id => !reaching.has(id)).map(id => `licences.json allows ${id}, which nothing has that is shipped: take it out`),
    ...policy.notShipped.filter(id => !all.has(id)).map(id => `licences.json allows ${id}, which nothing has: take it out`),
  ];
}

// The NuGet packages: versions, hashes and who needs whom from the lock files; which of them only build from what a
// restore left in obj/; licences from the packages themselves.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { PackageURL } from 'packageurl-js';

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
export const nugetUrl = (name, version) => new PackageURL('nuget', undefined, name, version).toString();

/** What one project needs: `{ roots: [{ url, isShipped }], packages: [{ url, name, version, sha512, needs: [url] }], projects: [name] }`. */
export function readNuGetProject(folder, isShipped) {
  const lockFile = path.join(folder, 'packages.lock.json');
  if (!fs.existsSync(lockFile)) throw new Error(`${lockFile} is not there: run dotnet restore`);
  const frameworks = Object.values(read(lockFile).dependencies);
  if (frameworks.length !== 1) throw new Error(`${lockFile} is for ${frameworks.length} frameworks or platforms, not for one: run dotnet restore --force-evaluate`);
  const locked = frameworks[0];
  // Names are not case-sensitive, and are not always written the same way.
  const byName = new Map(Object.entries(locked).filter(([, e]) => e.type !== 'Project').map(([name, e]) => [name.toLowerCase(), nugetUrl(name, e.resolved)]));
  // What the framework itself provides is asked for but not locked.
  const urls = names => names.map(n => byName.get(n.toLowerCase())).filter(u => u !== undefined);
  const onlyBuilds = buildOnly(folder);
  return {
    roots: Object.entries(locked).filter(([, e]) => e.type === 'Direct').map(([name, e]) => ({ url: nugetUrl(name, e.resolved), isShipped: isShipped && !onlyBuilds.has(name.toLowerCase()) })),
    packages: Object.entries(locked).filter(([, e]) => e.type !== 'Project').map(([name, e]) => ({
      url: nugetUrl(name, e.resolved),
      name,
      version: e.resolved,
      sha512: Buffer.from(e.contentHash, 'base64').toString('hex'),
      needs: urls(Object.keys(e.dependencies ?? {})),
    })),
    projects: Object.entries(locked).filter(([, e]) => e.type === 'Project').map(([name]) => name.toLowerCase()),
  };
}

const assets = folder => {
  const file = path.join(folder, 'obj', 'project.assets.json');
  if (!fs.existsSync(file)) throw new Error(`${file} is not there: run dotnet restore`);
  return read(file);
};

/** Packages of which nothing reaches whoever uses the project: analyzers. */
function buildOnly(folder) {
  const asked = Object.values(assets(folder).project.frameworks).flatMap(f => Object.entries(f.dependencies ?? {}));
  return new Set(asked.filter(([, d]) => d.suppressParent === 'All').map(([name]) => name.toLowerCase()));
}

/** What a package says about its licence: `{ expression }` or `{ file, sha256 }` or `{ url }`, and its copyright. */
export function nugetLicence(folder, name, version) {
  const places = Object.keys(assets(folder).packageFolders).map(f => path.join(f, name.toLowerCase(), version.toLowerCase()));
  const place = places.find(p => fs.existsSync(p));
  if (!place) throw new Error(`${name} ${version} is not in ${places.join(', ')}: run dotnet restore`);
  const nuspec = fs.readFileSync(path.join(place, `${name.toLowerCase()}.nuspec`), 'utf8');
  const text = pattern => nuspec.match(pattern)?.[1]?.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
  const copyright = [text(/<copyright>([^<]*)</)].filter(Boolean);
  const authors = text(/<authors>([^<]*)</);
  const expression = text(/<license type="expression">([^<]*)</);
  if (expression) return { expression, copyright, authors };
  const file = text(/<license type="file">([^<]*)</);
  if (file) return { file, sha256: createHash('sha256').update(fs.readFileSync(path.join(place, file))).digest('hex'), copyright, authors };
  return { url: text(/<licenseUrl>([^<]*)</), copyright, authors };
}

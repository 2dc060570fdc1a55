// The npm packages: versions, hashes, licences and who needs whom from package-lock.json; copyright lines from the
// installed packages.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { PackageURL } from 'packageurl-js';

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

export function npmUrl(name, version) {
  const [scope, plain] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return new PackageURL('npm', scope, plain, version).toString();
}

/** The same shape as readNuGetProject gives. Packages that `.npmrc` leaves out are never installed and left out here. */
export function readNpmProject(folder, isShipped) {
  const lock = read(path.join(folder, 'package-lock.json'));
  if (lock.lockfileVersion !== 3) throw new Error(`${folder}/package-lock.json has version ${lock.lockfileVersion}, not 3`);
  const leavesOutOptional = fs.existsSync(path.join(folder, '.npmrc')) && /^omit=optional$/m.test(fs.readFileSync(path.join(folder, '.npmrc'), 'utf8'));
  const places = Object.fromEntries(Object.entries(lock.packages).filter(([, p]) => !(p.optional && leavesOutOptional)));
  const nameOf = place => places[place].name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const urlOf = place => npmUrl(nameOf(place), places[place].version);
  const needs = place => {
    const { dependencies, optionalDependencies, peerDependencies } = places[place];
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    return [...new Set(names.map(n => find(places, place, n)).filter(p => p !== undefined).map(urlOf))];
  };
  const top = places[''];
  const roots = (names, shipped) => Object.keys(names ?? {}).map(n => ({ url: urlOf(find(places, '', n)), isShipped: shipped }));
  return {
    roots: [...roots(top.dependencies, isShipped), ...roots(top.devDependencies, false)],
    packages: Object.keys(places).filter(p => p !== '').map(place => ({
      url: urlOf(place),
      name: nameOf(place),
      version: places[place].version,
      sha512: sha512(places[place].integrity, place),
      needs: needs(place),
      place: path.join(folder, place),
      licence: places[place].license,
    })),
    projects: [],
  };
}

/** Where Node would find a package: in the folder itself, else in each folder above. */
function find(places, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in places) return place;
    if (at === '') return undefined;
  }
}

function sha512(integrity, place) {
  const found = (integrity ?? '').split(' ').find(i => i.startsWith('sha512-'));
  if (!found) throw new Error(`${place} has no sha512 in package-lock.json: nobody would notice another content`);
  return Buffer.from(found.slice('sha512-'.length), 'base64').toString('hex');
}

const licenceFile = /^(licen[cs]e|copying|unlicense)([.-].*)?$/i;

/** `{ expression }`, or the file that somebody has to read; copyright lines where the package is installed. */
export function npmLicence({ place, licence }) {
  const files = fs.existsSync(place) ? fs.readdirSync(place).filter(f => licenceFile.test(f)).sort() : [];
  const copyright = [...new Set(files.flatMap(f => copyrightLines(fs.readFileSync(path.join(place, f), 'utf8'))))];
  const manifest = files.length > 0 || fs.existsSync(path.join(place, 'package.json')) ? read(path.join(place, 'package.json')) : {};
  const authors = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  if (licence && !/^see licen[cs]e in /i.test(licence)) return { expression: licence, copyright, authors };
  const file = files[0] ?? (fs.existsSync(path.join(place, 'Readme.md')) ? 'Readme.md' : undefined);
  if (!file) return { copyright, authors };
  return { file, sha256: createHash('sha256').update(fs.readFileSync(path.join(place, file))).digest('hex'), copyright, authors };
}

export function copyrightLines(text) {
  const lines = text.split(/\r?\n/).map(l => l.replace(/^[\s*#>]+/, '').trim());
  // The words of the licences themselves speak of copyright too: a line of somebody's starts with it and names a year or a sign.
  return lines.filter(l => /^(copyright|©)/i.test(l) && /(\d{4}|\(c\)|©)/i.test(l) && !/\[yyyy\]|\{yyyy\}|<year>/i.test(l));
}

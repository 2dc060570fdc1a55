// What this repository consists of, and whether a user gets it.
import fs from 'node:fs';
import path from 'node:path';
import { readNpmProject, npmUrl } from './npm.mjs';
import { nugetUrl, readNuGetProject } from './nuget.mjs';

const read = file => fs.readFileSync(file, 'utf8');

export function readProjects(root) {
  const version = read(path.join(root, 'Directory.Build.props')).match(/<VersionPrefix>([^<]+)</)[1];
  const files = ['src', 'tests', 'bench'].flatMap(top => csprojs(path.join(root, top)));
  const nuget = files.map(file => {
    const folder = path.dirname(file);
    const name = path.basename(file, '.csproj');
    const isShipped = path.relative(root, folder).startsWith('src');
    return {
      name,
      version,
      url: nugetUrl(name, version),
      type: /<OutputType>Exe|Sdk="Microsoft.NET.Sdk.Web"/.test(read(file)) ? 'application' : 'library',
      description: read(file).match(/<Description>([^<]+)</)?.[1],
      folder,
      isShipped,
      ownNeeds: [...read(file).matchAll(/<ProjectReference Include="([^"]+)"/g)].map(m => path.basename(m[1].replaceAll('\\', '/'), '.csproj')),
      needs: readNuGetProject(folder, isShipped),
    };
  });
  const npm = [['editor', true], ['tests/tools', false], ['src/bonemets-client', true]].map(([place, isShipped]) => {
    const folder = path.join(root, place);
    const manifest = JSON.parse(read(path.join(folder, 'package.json')));
    // The client has no lock file: it needs nothing at run time, and the compiler of the editor builds it.
    const hasLock = fs.existsSync(path.join(folder, 'package-lock.json'));
    if (!hasLock && Object.keys(manifest.dependencies ?? {}).length > 0) throw new Error(`${place} needs packages and has no package-lock.json`);
    return {
      name: manifest.name,
      version: manifest.version ?? version,
      url: npmUrl(manifest.name, manifest.version ?? version),
      type: place === 'editor' ? 'application' : 'library',
      description: manifest.description,
      folder,
      isShipped,
      ownNeeds: [],
      needs: hasLock ? readNpmProject(folder, isShipped) : { roots: [], packages: [], projects: [] },
    };
  });
  return { version, projects: [...nuget, ...npm].sort((a, b) => (a.url < b.url ? -1 : 1)) };
}

function csprojs(folder) {
  return fs.readdirSync(folder, { withFileTypes: true })
    .filter(e => e.isDirectory() ? !['node_modules', 'bin', 'obj'].includes(e.name) : e.name.endsWith('.csproj'))
    .flatMap(e => (e.isDirectory() ? csprojs(path.join(folder, e.name)) : [path.join(folder, e.name)]));
}

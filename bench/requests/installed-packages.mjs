import { readFileSync } from 'node:fs';

const lockOf = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).packages;

/** The number of packages that `npm install` installs: these packages, their dependencies and their required peers. */
export function countInstalled(names) {
  const isOurs = names.includes('clust');
  const lock = lockOf(isOurs ? '../../package-lock.json' : '../package-lock.json');
  const installed = new Set();
  for (const name of names) visit(lock, isOurs ? '' : place(lock, '', name), installed);
  return installed.size;
}

function visit(lock, path, installed) {
  if (installed.has(path)) return;
  installed.add(path);
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = lock[path];
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  for (const name of [...Object.keys(dependencies), ...peers])
    visit(lock, place(lock, path, name), installed);
}

/** The path at which Node finds a package: in the nearest node_modules, from the importing package upward. */
function place(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in lock) return path;
    if (folder === '') throw new Error(`${name} is not in the lockfile`);
  }
}

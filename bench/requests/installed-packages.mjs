import { readFileSync } from 'node:fs';

const lockOf = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).packages;

/** How many packages `npm install` puts on the disk for these: the packages, what they depend on, and peers that they need. */
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

/** Where Node finds a package: the nearest node_modules from its user upwards. */
function place(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in lock) return path;
    if (folder === '') throw new Error(`${name} is not in the lockfile`);
  }
}

// Installs packages into folders of .cache, and packs the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export function npm(cwd, ...args) {
  return execFileSync(
    'npm',
    [...args, '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd, encoding: 'utf8' },
  );
}

/** Installs packages into a folder, unless the folder already has exactly these. */
export function install(into, specifiers) {
  mkdirSync(into, { recursive: true });
  const done = `${into}/installed.json`;
  const wanted = JSON.stringify(specifiers);
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  writeFileSync(`${into}/package.json`, '{"private":true,"type":"module"}');
  npm(into, 'install', ...specifiers);
  writeFileSync(done, wanted);
}

/** Packs the project into a folder, and returns the path of the tarball. */
export function pack(root, into) {
  const packed = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', into);
  return `${into}/${JSON.parse(packed)[0].filename}`;
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'));
const packagesOf = (path: string) => (read(path) as Lockfile).packages;

describe.each([
  'package-lock.json',
  'bench/package-lock.json',
  'scripts/bundlers/package-lock.json',
  'site/package-lock.json',
])('%s', (path) => {
  const packages = packagesOf(path);

  test('lists the optional packages of every platform, which npm ci needs (fix: node scripts/complete-lockfile.mjs <path>)', () => {
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    const locked = Object.keys(packages);
    expect(optional.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  test('contains no registry URL', () => {
    expect(Object.values(packages).flatMap(({ resolved = [] }) => resolved)).toEqual([]);
  });
});

test('allowScripts in package.json decides on every install script of package-lock.json', () => {
  const { allowScripts } = read('package.json') as { readonly allowScripts: object };
  const scripts = Object.entries(packagesOf('package-lock.json'))
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
});

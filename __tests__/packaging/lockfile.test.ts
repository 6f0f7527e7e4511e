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

  test('has the packages of every platform: without them npm ci refuses it (node scripts/complete-lockfile.mjs, with its path)', () => {
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    const locked = Object.keys(packages);
    expect(optional.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  test('names no registry', () => {
    expect(Object.values(packages).flatMap(({ resolved = [] }) => resolved)).toEqual([]);
  });
});

test('package-lock.json has no install script that package.json does not decide on', () => {
  const { allowScripts } = read('package.json') as { readonly allowScripts: object };
  const scripts = Object.entries(packagesOf('package-lock.json'))
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
});

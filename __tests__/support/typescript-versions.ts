import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';

/**
 * Node's own `require`. It loads a module once for all test files of a worker. The `require` of jest would load the
 * compiler, which has nine megabytes, again for each file.
 */
export const requireOnce = process.getBuiltinModule('node:module').createRequire(import.meta.url);

/** The root folder of the repository, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The supported compilers: the oldest, the last 5.x, the one that builds clust, and the native one. */
const supported = ['5.4', '5.9', '6.0', '7.0'] as const;
export type TypeScriptVersion = (typeof supported)[number];

/** The versions that tests compile with: the oldest and the newest, and all of them in `npm run test:compilers`. */
export const typescriptVersions = supported.filter((version) =>
  (process.env.CLUST_TYPESCRIPT ?? '5.4 7.0').includes(version),
);

/** The versions with an API for JavaScript. 7.0 has only a command line. */
export type CallableVersion = Exclude<TypeScriptVersion, '7.0'>;

const packages = {
  '5.4': 'typescript-5.4',
  '5.9': 'typescript-5.9',
  '6.0': 'typescript',
} as const satisfies Record<CallableVersion, string>;

/** The compiler API. The tests use only what is the same from 5.4 to 6.0, hence one type for all versions. */
export function compilerOf(version: CallableVersion): typeof ts {
  return requireOnce(packages[version]) as typeof ts;
}

/** The command line of a version, as a script for Node. */
export function compilerScript(version: TypeScriptVersion): string {
  return `${root}node_modules/${version === '7.0' ? 'typescript-7' : packages[version]}/bin/tsc`;
}

/** The `compilerOptions.paths` that resolve `clust` to the built declarations. */
export function clustPaths(): Record<string, string[]> {
  if (!existsSync(`${root}dist/index.d.ts`)) throw new Error('dist/ is missing: run `npm run build` first');
  return { clust: [`${root}dist/index.d.ts`], 'clust/*': [`${root}dist/*.d.ts`] };
}

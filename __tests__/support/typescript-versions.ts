import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';

/**
 * The `require` of Node itself. What it loads is loaded once for all test files of a worker; what the `require` of
 * jest loads, a compiler of nine megabytes here, is loaded again for each file.
 */
export const requireOnce = process.getBuiltinModule('node:module').createRequire(import.meta.url);

/** The repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The compilers our users have: the oldest, the last of its line, the one we build with, the native one. */
const supported = ['5.4', '5.9', '6.0', '7.0'] as const;
export type TypeScriptVersion = (typeof supported)[number];

/** What tests compile with: the oldest and the newest, and in `npm run test:compilers` those between. */
export const typescriptVersions = supported.filter((version) =>
  (process.env.CLUST_TYPESCRIPT ?? '5.4 7.0').includes(version),
);

/** Versions that can be called; 7.0 has a command line only. */
export type CallableVersion = Exclude<TypeScriptVersion, '7.0'>;

const packages = {
  '5.4': 'typescript-5.4',
  '5.9': 'typescript-5.9',
  '6.0': 'typescript',
} as const satisfies Record<CallableVersion, string>;

/** The compiler API. What we call of it has kept its shape from 5.4 to 6.0, hence one type for all. */
export function compilerOf(version: CallableVersion): typeof ts {
  return requireOnce(packages[version]) as typeof ts;
}

/** The command line of a version, as a script for Node. */
export function compilerScript(version: TypeScriptVersion): string {
  return `${root}node_modules/${version === '7.0' ? 'typescript-7' : packages[version]}/bin/tsc`;
}

/** What `clust` means to a snippet, in the words of `compilerOptions.paths`: the declarations that users get. */
export function clustPaths(): Record<string, string[]> {
  if (!existsSync(`${root}dist/index.d.ts`)) throw new Error('dist/ is missing: run `npm run build` first');
  return { clust: [`${root}dist/index.d.ts`], 'clust/*': [`${root}dist/*.d.ts`] };
}

import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './typescript-versions.js';

/** Bundles the command from the current source, for tests that run it in its own process. */
export async function bundledCli(): Promise<string> {
  const outfile = `${root}.cache/cli-${process.pid}/cli.mjs`;
  mkdirSync(`${root}.cache`, { recursive: true });
  await build({
    entryPoints: [`${root}lib/cli/main.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // Packages that include a compiler are loaded by the commands that need them.
    mainFields: ['module', 'main'],
    external: ['typescript', 'ts-json-schema-generator'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}

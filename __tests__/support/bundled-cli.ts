import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './typescript-versions.js';

/** The command in one file, from the source as it stands: for tests that run it in a process of its own. */
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
    // What has a compiler in it is loaded by the command that needs it.
    mainFields: ['module', 'main'],
    external: ['typescript', 'ts-json-schema-generator'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import { build } from 'esbuild';
import { type EmbeddedServer, startEmbeddedServer } from '../../examples/support/embedded-server.js';
import { root } from './typescript-versions.js';

type Environment = Readonly<Record<string, string>>;

/** Runs a TypeScript program by the script of `npm start`, on an embedded server of its own, and gives what it printed. */
export async function runProgram(file: string, env: Environment = {}): Promise<string> {
  return run([`${root}scripts/run.mjs`, '--embedded', file], env);
}

/** The same on a server that is there already, as `sharedServer()` gives it: one process less for each program. */
export async function runOn(server: Environment, file: string): Promise<string> {
  // Inside the repository, where `import 'clust'` finds the built package.
  const outfile = `${root}.cache/programs/${basename(file, '.ts')}.mjs`;
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return run([outfile], server);
}

/** The same for a program that stands in a document. */
export async function runSnippet(server: Environment, name: string, code: string): Promise<string> {
  const folder = `${root}.cache/snippets`;
  const file = `${folder}/${name.replace(/\W+/g, '-')}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, code);
  return runOn(server, file);
}

/** A program that fails rejects with what it said. */
async function run(args: readonly string[], env: Environment): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return stdout;
}

/** One embedded server for all programs of a test file: the environment that leads to it. It stops after the last test. */
export function sharedServer(): Environment {
  const env = { ANTHROPIC_API_KEY: 'embedded', ANTHROPIC_BASE_URL: '' };
  let server: EmbeddedServer | undefined;
  beforeAll(async () => {
    server = await startEmbeddedServer();
    env.ANTHROPIC_BASE_URL = server.url;
  });
  afterAll(() => server?.stop());
  return env;
}

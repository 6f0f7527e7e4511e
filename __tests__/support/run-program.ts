import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import { build } from 'esbuild';
import { type EmbeddedServer, startEmbeddedServer } from '../../examples/support/embedded-server.js';
import { root } from './typescript-versions.js';

type Environment = Readonly<Record<string, string>>;

/** Runs a TypeScript program with the script of `npm start`, on its own embedded server, and returns its output. */
export async function runProgram(file: string, env: Environment = {}): Promise<string> {
  return run([`${root}scripts/run.mjs`, '--embedded', file], env);
}

/** Runs a program on the server of `sharedServer()`, which saves one process per program. */
export async function runOn(server: Environment, file: string): Promise<string> {
  // Inside the repository, where `import 'clust'` resolves to the built package.
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

/** Runs a program from a document on the server of `sharedServer()`. */
export async function runSnippet(server: Environment, name: string, code: string): Promise<string> {
  const folder = `${root}.cache/snippets`;
  const file = `${folder}/${name.replace(/\W+/g, '-')}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, code);
  return runOn(server, file);
}

/** Rejects with the output of the program if it fails. */
async function run(args: readonly string[], env: Environment): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return stdout;
}

/** Starts one embedded server for a test file, and returns the environment that points to it. It stops after the last test. */
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

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import { type EmbeddedServer, startEmbeddedServer } from '../../examples/support/embedded-server.js';
import { root } from './typescript-versions.js';

type Environment = Readonly<Record<string, string>>;

/**
 * Runs a TypeScript program against the built package and the embedded server, as `npm start` does, and gives what it
 * printed. A program that fails rejects with what it said. Many programs can share a server: see `sharedServer()`.
 */
export async function runProgram(file: string, env: Environment = {}): Promise<string> {
  const flags = 'ANTHROPIC_BASE_URL' in env ? [] : ['--embedded'];
  const { stdout } = await promisify(execFile)(process.execPath, [`${root}scripts/run.mjs`, ...flags, file], {
    cwd: root,
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return stdout;
}

/** The same for a program that stands in a document. */
export async function runSnippet(name: string, code: string, env: Environment = {}): Promise<string> {
  const folder = `${root}.cache/snippets`;
  const file = `${folder}/${name.replace(/\W+/g, '-')}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, code);
  return runProgram(file, env);
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

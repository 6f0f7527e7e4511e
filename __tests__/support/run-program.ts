import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { root } from './typescript-versions.js';

/**
 * Runs a TypeScript program against the built package and the embedded server, as `npm start` does, and gives what it
 * printed. A program that fails rejects with what it said.
 */
export async function runProgram(file: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`${root}scripts/run.mjs`, '--embedded', file],
    { cwd: root, timeout: 60_000, env: { ...process.env, ...env } },
  );
  return stdout;
}

/** The same for a program that stands in a document. */
export async function runSnippet(name: string, code: string): Promise<string> {
  const folder = `${root}.cache/snippets`;
  const file = `${folder}/${name.replace(/\W+/g, '-')}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, code);
  return runProgram(file);
}

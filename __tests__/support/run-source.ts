import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from './typescript-versions.js';

/**
 * Runs a program in its own process, bundled with the source of clust, and returns its output. Its imports are relative
 * to the root of the repository.
 */
export async function runSource(code: string, ...nodeOptions: string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const folder = await mkdtemp(join(tmpdir(), 'clust-'));
  const program = join(folder, 'program.mjs');
  await writeFile(program, outputFiles[0]?.text ?? '');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, program]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { build } from 'esbuild';
import { root } from './typescript-versions.js';

/** Bundles a program that tests start and kill. Its folder is deleted after the last test. */
export function crashProgram(source: string): { readonly folder: string; readonly file: string } {
  const program = { folder: '', file: '' };
  beforeAll(async () => {
    program.folder = await mkdtemp(join(tmpdir(), 'clust-'));
    program.file = join(program.folder, 'program.mjs');
    await build({
      entryPoints: [`${root}${source}`],
      outfile: program.file,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
  });
  afterAll(() => rm(program.folder, { recursive: true }));
  return program;
}

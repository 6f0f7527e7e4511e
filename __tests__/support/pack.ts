import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './typescript-versions.js';

export interface Tarball {
  readonly path: string;
  /** The temporary folder that contains it. The caller removes it. */
  readonly folder: string;
  /** The paths of its files inside the package. */
  readonly files: readonly string[];
}

/** Packs what `npm publish` would send, from the current dist/. */
export function pack(): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'clust-pack-'));
  const report = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
  const [packed] = JSON.parse(report) as [{ filename: string; files: { path: string }[] }];
  return {
    path: join(folder, packed.filename),
    folder,
    files: packed.files.map(({ path }) => path).toSorted(),
  };
}

/** Runs npm in a folder and returns its output. It asks the registry only for what is not in npm's cache. */
export function npm(args: readonly string[], folder: string): string {
  return execFileSync('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    env: outerEnvironment(),
  });
}

/** The environment without the variables in which an outer npm describes its own package. */
export function outerEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)/.test(name)),
  );
}

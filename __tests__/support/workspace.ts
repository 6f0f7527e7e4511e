import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compilerScript, root, type TypeScriptVersion } from './typescript-versions.js';

/** What a package manager puts at each path: the files of clust, or a link to another path. */
export type Layout = Readonly<Record<string, 'clust' | `packages/${string}` | `node_modules/${string}`>>;

/** A copy of examples/monorepo with its packages installed. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'clust-workspace-'));

  constructor(layout: Layout) {
    cpSync(`${root}examples/monorepo`, this.folder, { recursive: true });
    for (const [path, target] of Object.entries(layout)) {
      const place = join(this.folder, path);
      mkdirSync(dirname(place), { recursive: true });
      if (target === 'clust') install(place);
      else symlinkSync(join(this.folder, target), place);
    }
  }

  /** Builds a project and returns the output of the compiler, which is empty if there are no errors. */
  async build(version: TypeScriptVersion, project: string): Promise<string> {
    return this.node([compilerScript(version), '--build', '--force', '--pretty', 'false', project]);
  }

  /** Runs Node in the workspace and returns its output. */
  node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    const options = { cwd: this.folder, env: { ...process.env, ...env } };
    return new Promise((resolve) => {
      execFile(process.execPath, [...args], options, (_, stdout, stderr) => resolve(stdout + stderr));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Copies the files, as npm does. A link would lead the compiler into this repository, whose own name is clust. */
function install(place: string): void {
  for (const path of ['package.json', 'dist']) cpSync(root + path, join(place, path), { recursive: true });
  for (const name of ['ky', 'eventsource-parser']) {
    symlinkSync(join(root, 'node_modules', name), join(dirname(place), name));
  }
}

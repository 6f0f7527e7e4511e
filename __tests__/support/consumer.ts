import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { npm, outerEnvironment, pack } from './pack.js';
import { compilerScript, root, type TypeScriptVersion } from './typescript-versions.js';

/** A user's project: a folder with the given files, in which npm has installed the tarball of clust. */
export class Consumer {
  readonly folder = mkdtempSync(join(tmpdir(), 'clust-consumer-'));

  constructor(files: Readonly<Record<string, string | object>>) {
    const contents = { 'package.json': { name: 'consumer', private: true }, ...files };
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    }
    const tarball = pack();
    npm(['install', tarball.path], this.folder);
    rmSync(tarball.folder, { recursive: true });
  }

  /** Links development tools of this repository instead of installing them again. */
  lend(...packages: readonly string[]): void {
    for (const name of packages) {
      mkdirSync(dirname(join(this.folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(this.folder, 'node_modules', name));
    }
  }

  /** Compiles the project with a version of TypeScript and returns the output, which is empty if there are no errors. */
  async compile(version: TypeScriptVersion, ...args: readonly string[]): Promise<string> {
    const { output } = await this.node([compilerScript(version), '--pretty', 'false', ...args]);
    return output;
  }

  /** Runs Node in the project. Returns a status if it fails instead of throwing, because the output says more. */
  node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...outer } = process.env;
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [...args],
        { cwd: this.folder, env: { ...outer, ...env } },
        (error, stdout, stderr) =>
          resolve({ status: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
      );
    });
  }

  /** Runs a command of an installed package. It asks no registry and fails if the package is not installed. */
  npx(args: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: outerEnvironment(),
    });
    return { status: status ?? 1, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { npm, outerEnvironment, pack } from './pack.js';
import { compilerScript, root, type TypeScriptVersion } from './typescript-versions.js';

/** A project of a user: an empty folder with our tarball installed by npm, and what the tests put in. */
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

  /** Lends a development tool of this repository instead of installing it again. */
  lend(...packages: readonly string[]): void {
    for (const name of packages) {
      mkdirSync(dirname(join(this.folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(this.folder, 'node_modules', name));
    }
  }

  /** Compiles the project with the compiler of a version and gives what it printed: nothing when all is well. */
  async compile(version: TypeScriptVersion, ...args: readonly string[]): Promise<string> {
    const { output } = await this.node([compilerScript(version), '--pretty', 'false', ...args]);
    return output;
  }

  /** Runs Node in the project. What fails gives a status, not an exception: the output says more. */
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

  /** Runs a command of an installed package, as a person does. It asks no registry: what is not installed fails. */
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

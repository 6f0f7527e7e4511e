import { Readable, Writable } from 'node:stream';
import { run } from '../../lib/cli/run.js';

/** The exit code and the output of a command line. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. Its input and output are not a terminal. */
export async function clust(args: readonly string[], stdin = ''): Promise<CliResult> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const code = await run(args, { stdin: Readable.from([stdin]), stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

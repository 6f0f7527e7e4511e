import { Readable, Writable } from 'node:stream';
import { run } from '../../lib/cli/run.js';

/** What a command line did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with pipes in place of a terminal. */
export async function clust(args: readonly string[], stdin = ''): Promise<Ran> {
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

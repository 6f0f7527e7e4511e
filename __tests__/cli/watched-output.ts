import { Writable } from 'node:stream';

/** An output that a test waits at: for a command that does not end by itself. */
export class Said extends Writable {
  text = '';
  #wake: () => void = () => {};

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.#wake();
    done();
  }

  /** Resolves once all that was written matches. */
  async matches(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

import { Writable } from 'node:stream';

/** Collects the output of a command that keeps running, so that a test can wait for it. */
export class WatchedOutput extends Writable {
  text = '';
  #wake: () => void = () => {};

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.#wake();
    done();
  }

  /** Resolves when the whole output matches. */
  async matches(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

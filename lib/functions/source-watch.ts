import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** The wait after the last change, in milliseconds, since an editor writes a file in several steps. */
const QUIET_MILLISECONDS = 50;

/** Waits for changes of files. It watches their folders, since editors replace a file by a new one. */
export class SourceWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  #files: ReadonlySet<string> = new Set();
  #isChanged = false;
  #wake: () => void = () => {};

  /** Watches exactly these files. A change after this call is not missed, even if nobody waits for it yet. */
  follow(files: Iterable<string>): void {
    this.#files = new Set(Array.from(files, (file) => resolve(file)));
    const folders = new Set(Array.from(this.#files, dirname));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) {
      if (!this.#watchers.has(folder)) this.#watchers.set(folder, watch(folder, this.#listener(folder)));
    }
  }

  /** Resolves after the next change, or when the signal fires. */
  async changed(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#isChanged) await this.#event(signal);
    while (!signal.aborted && this.#isChanged) {
      this.#isChanged = false;
      await this.#event(signal, QUIET_MILLISECONDS);
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #listener(folder: string) {
    return (_: string, name: string | null) => {
      // Some systems do not report which file changed.
      if (name !== null && !this.#files.has(resolve(folder, basename(name)))) return;
      this.#isChanged = true;
      this.#wake();
    };
  }

  #event(signal: AbortSignal, atMost?: number): Promise<void> {
    return new Promise((done) => {
      const timer = atMost === undefined ? undefined : setTimeout(() => wake(), atMost);
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        done();
      };
      this.#wake = wake;
      signal.addEventListener('abort', wake);
    });
  }
}

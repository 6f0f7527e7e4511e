import { type FileHandle, open } from 'node:fs/promises';
import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import { parseJson } from '../base/parse-json.js';
import { CliError } from './cli-error.js';

/**
 * A file to which batch results are appended. Results that it has are not written again, and a line that was cut off is
 * replaced.
 */
export class ResultsFile {
  readonly #file: FileHandle;
  readonly #ids: ReadonlySet<unknown>;
  #added = 0;

  private constructor(file: FileHandle, ids: ReadonlySet<unknown>) {
    this.#file = file;
    this.#ids = ids;
  }

  /** @throws {CliError} If the file cannot be written, or contains anything but results. */
  static async open(path: string): Promise<ResultsFile> {
    let file: FileHandle;
    try {
      file = await open(path, 'a+');
    } catch (error) {
      throw new CliError(`${path} cannot be written: ${messageOf(error)}`, { cause: error });
    }
    const ids = new Set<unknown>();
    let whole = 0;
    for await (const line of file.readLines({ start: 0, autoClose: false })) {
      const value = parseJson(line);
      // The last line may have been cut off. It is removed and written again.
      if (!isObject(value)) break;
      if (!('custom_id' in value)) {
        await file.close();
        throw new CliError(`${path} contains something other than results: name another file`);
      }
      ids.add(value.custom_id);
      whole += Buffer.byteLength(line) + 1;
    }
    const { size } = await file.stat();
    if (size > 0 && ids.size === 0 && size > whole && !(await isCutLine(file))) {
      await file.close();
      throw new CliError(`${path} contains something other than results: name another file`);
    }
    if (size < whole) await file.appendFile('\n');
    else await file.truncate(whole);
    return new ResultsFile(file, ids);
  }

  /** How many results the file had before. */
  get kept(): number {
    return this.#ids.size;
  }

  get added(): number {
    return this.#added;
  }

  async add(id: string, line: string): Promise<void> {
    if (this.#ids.has(id)) return;
    await this.#file.appendFile(line);
    this.#added += 1;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Whether a file contains only the beginning of a result. */
async function isCutLine(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(13), position: 0 });
  return '{"custom_id":'.startsWith(buffer.toString('utf8', 0, bytesRead));
}

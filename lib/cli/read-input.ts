import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf } from '../base/message-of.js';
import type { Terminal } from './cli.js';
import { CliError } from './cli-error.js';

/** A text, and its name in reports. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/**
 * The files that a command names, with the standard input if `--stdin` is given.
 *
 * @throws {CliError} If it names none. `complaint` is the start of the message.
 */
export function namedInputs(
  files: readonly string[],
  { stdin }: { readonly stdin?: true },
  complaint: string,
): readonly string[] {
  const names = stdin ? [...files, '-'] : files;
  if (names.length === 0) throw new CliError(`${complaint}, or give --stdin`);
  return names;
}

/**
 * Reads the files that a command names. `-` is the standard input.
 *
 * @throws {CliError} For the first file that cannot be read.
 */
export async function readInputs(files: readonly string[], { stdin }: Terminal): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const file of files) {
    inputs.push(file === '-' ? { name: '<stdin>', text: await text(stdin) } : await readInput(file));
  }
  return inputs;
}

async function readInput(file: string): Promise<Input> {
  try {
    return { name: file, text: await readFile(file, 'utf8') };
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

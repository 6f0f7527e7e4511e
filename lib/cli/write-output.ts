import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf } from '../base/message-of.js';
import { CliError } from './cli-error.js';

/**
 * Writes a file that the user named. Creates its folder.
 *
 * @throws {CliError} If the file cannot be written.
 */
export function writeOutput(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new CliError(`${path} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}

import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ToolFailure } from '../tools/tool-failure.js';

const ROOT = '/memories';

/**
 * Resolves a memory path to a path in the file system. Symbolic links in its folders are followed, and the result must
 * be inside the directory; a link in the last part is not followed.
 *
 * @throws {ToolFailure} If the path leads out of the directory.
 */
export async function confinedPath(directory: string, path: string): Promise<string> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const isInside = path === ROOT || path.startsWith(`${ROOT}/`);
  const isPlain = parts.every((part) => part !== '..' && !/[\\\0]/.test(part));
  if (!isInside || !isPlain) throw outside(path);
  const root = await realpath(directory);
  const below = parts.slice(1);
  if (below.length === 0) return root;
  const target = join(root, ...below);
  const folder = await existingPart(dirname(target));
  assertInside(root, folder, path);
  return join(folder, basename(target));
}

/**
 * As `confinedPath`, but a symbolic link in the last part is followed; `undefined` if nothing is there.
 *
 * @throws {ToolFailure} If the path or a link leads out of the directory.
 */
export async function followedPath(directory: string, path: string): Promise<string | undefined> {
  const target = await confinedPath(directory, path);
  try {
    const followed = await realpath(target);
    assertInside(await realpath(directory), followed, path);
    return followed;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function assertInside(root: string, target: string, path: string): void {
  const way = relative(root, target);
  if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep)) throw outside(path);
}

function outside(path: string): ToolFailure {
  return new ToolFailure(`The path ${path} is not inside ${ROOT}.`);
}

/** The real path of the existing part, followed by the rest of the path. */
async function existingPart(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return join(await existingPart(dirname(path)), basename(path));
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** The code of a file system error, such as `EISDIR`; `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

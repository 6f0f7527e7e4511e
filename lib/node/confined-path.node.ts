import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ToolFailure } from '../tools/tool-failure.js';

const ROOT = '/memories';

/**
 * The place of a memory path in the file system. The folders on the way are real ones inside the directory, whatever
 * the path says and wherever symbolic links lead; the last part is not followed.
 *
 * @throws ToolFailure for a path that leads out of the directory.
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
 * The same with the last part followed, where it is a symbolic link; `undefined` when nothing is there.
 *
 * @throws ToolFailure for a path or a link that leads out of the directory.
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

/** The real path of the part that exists, with the rest of the path behind it. */
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

/** The code of an error of the file system, such as `EISDIR`; `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

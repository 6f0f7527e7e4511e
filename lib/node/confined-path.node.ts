import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

const ROOT = '/memories';

/**
 * Where a path of the model is in the file system, inside the directory whatever the path says and wherever symbolic
 * links lead.
 *
 * @throws Error for a path that is not inside; the model is told.
 */
export async function confinedPath(directory: string, path: string): Promise<string> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const isInside = path === ROOT || path.startsWith(`${ROOT}/`);
  const isPlain = parts.every((part) => part !== '..' && !/[\\\0]/.test(part));
  if (!isInside || !isPlain) throw new Error(`The path ${path} is not inside ${ROOT}.`);
  const root = await realpath(directory);
  const target = await resolved(join(root, ...parts.slice(1)));
  const way = relative(root, target);
  if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep))
    throw new Error(`The path ${path} is not inside ${ROOT}.`);
  return target;
}

/** The real path; of what is not there yet, as far as it is there. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return join(await resolved(dirname(path)), basename(path));
  }
}

/** Whether a file is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** What the file system says of a failure, `EISDIR` for instance; `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

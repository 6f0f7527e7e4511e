import { realpath, stat } from 'node:fs/promises';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { codeOf } from './confined-path.node.js';
import { refuse } from './settings.node.js';
import { readTextFile, writeTextFile } from './text-file.node.js';

/** A credentials file: the last token of a profile. Writing it keeps all other fields. */
export interface StoredToken {
  readonly access_token: string;
  /** Seconds since 1970. Without it the token does not expire. */
  readonly expires_at?: number | null;
  readonly refresh_token?: string;
}

/**
 * The token of a credentials file; `undefined` if there is no file, or no token in it.
 *
 * @throws If others than its owner can read or write the file: they may know the token, or have replaced it.
 */
export async function readStoredToken(path: string): Promise<StoredToken | undefined> {
  const file = await followed(path);
  if (file === undefined) return undefined;
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    const rights = (mode & 0o777).toString(8).padStart(4, '0');
    // The text of any other error is shown without what may be a token, and a path may look like one.
    refuse('name', `${path} has the mode ${rights}, so others can read it: chmod 600 ${path}`);
  }
  const json = parseJson(await readTextFile(file));
  const isToken = isObject(json) && typeof json.access_token === 'string' && json.access_token !== '';
  // The other fields are checked where they are used.
  return isToken ? (json as unknown as StoredToken) : undefined;
}

/** Replaces the token of a credentials file as a whole. Only its owner can read the file. */
export async function writeStoredToken(path: string, token: StoredToken): Promise<void> {
  const json = { ...token, version: '1.0', type: 'oauth_token' };
  await writeTextFile((await followed(path)) ?? path, `${JSON.stringify(json, null, 2)}\n`);
}

/** The target of a link, since containers mount secrets as links. `undefined` if nothing is there. */
async function followed(path: string): Promise<string | undefined> {
  return realpath(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

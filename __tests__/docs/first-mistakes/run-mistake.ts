import * as z from 'zod';
import * as clust from '../../../lib/index.js';
import { setting } from './setting.js';

const names = Object.keys(clust);

/**
 * Runs a mistake as JavaScript and returns the first lines of its error. Returns `undefined` when there is no error, and for
 * a `TypeError`, since the messages of JavaScript engines differ.
 */
export async function runMistake(code: string): Promise<string | undefined> {
  try {
    await new Function('z', ...names, `${setting}return ${code};`)(z, ...Object.values(clust));
  } catch (error) {
    return error instanceof TypeError ? undefined : String(error).split('\n', 3).join('\n');
  }
  return undefined;
}

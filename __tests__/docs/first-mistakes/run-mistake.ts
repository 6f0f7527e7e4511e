import * as z from 'zod';
import * as clust from '../../../lib/index.js';
import { setting } from './setting.js';

const names = Object.keys(clust);

/**
 * The first lines that a program without types prints for a mistake; `undefined` when nothing is said, and where the
 * engine speaks: its words differ from one version to the next.
 */
export async function runMistake(code: string): Promise<string | undefined> {
  try {
    await new Function('z', ...names, `${setting}return ${code};`)(z, ...Object.values(clust));
  } catch (error) {
    return error instanceof TypeError ? undefined : String(error).split('\n', 3).join('\n');
  }
  return undefined;
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as morph from 'ts-morph';
import { CliError } from '../cli-error.js';

/** The library that parses and types the user's files, with its own compiler. */
export type TsMorph = typeof morph;

/** Loads `ts-morph` from the user's project: 15 MB, which only this command needs. */
export function loadTsMorph(folder: string): TsMorph {
  const requireFrom = createRequire(join(folder, 'package.json'));
  let path: string;
  try {
    path = requireFrom.resolve('ts-morph');
  } catch {
    throw new CliError('clust migrate needs ts-morph: npm install --save-dev ts-morph@^28.0.0');
  }
  return requireFrom(path) as TsMorph;
}

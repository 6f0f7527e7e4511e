import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as generator from 'ts-json-schema-generator';
import { ValidationError } from '../errors/validation-error.js';

/**
 * The library that converts types to JSON Schema. Its own compiler must be used, since it cannot read nodes of another.
 */
export type Generator = typeof generator;

/**
 * Loads `ts-json-schema-generator` from the user's project: 27 MB with its compiler, which few programs need.
 *
 * @throws {ValidationError} If it is not installed there.
 */
export function loadGenerator(folder: string): Generator {
  const requireFrom = createRequire(join(folder, 'package.json'));
  let path: string;
  try {
    path = requireFrom.resolve('ts-json-schema-generator');
  } catch (cause) {
    const message =
      'reading the types of functions needs ts-json-schema-generator: npm install --save-dev ts-json-schema-generator@^2.4.0';
    throw new ValidationError([{ path: '', rule: 'function-generator', message }], { cause });
  }
  return requireFrom(path) as Generator;
}

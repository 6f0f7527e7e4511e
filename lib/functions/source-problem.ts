import { relative } from 'node:path';
import type { ts } from 'ts-json-schema-generator';
import type { Problem } from '../errors/validation-error.js';

/** The rules for functions that become tools. */
export type FunctionRule =
  | 'function-signature'
  | 'function-description'
  | 'function-parameter'
  | 'function-type'
  | 'function-tag'
  | 'function-name';

/** A problem of a source file. Its path has the form that editors open: `src/weather.ts:12:3`. */
export function sourceProblem(node: ts.Node, rule: FunctionRule, message: string): Problem {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  const file = relative(process.cwd(), source.fileName).replaceAll('\\', '/');
  return { path: `${file}:${line + 1}:${character + 1}`, rule, message };
}

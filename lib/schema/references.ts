import { isObject } from '../base/is-object.js';
import { type RawSchema, visitSchema } from './walk-schema.js';

/** The schema that a local reference, such as `#/$defs/Name`, points to; `undefined` if there is none. */
export function definitionOf(ref: string, root: unknown): unknown {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  let found = root;
  for (const part of ref.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** Follows the references of a schema; `undefined` if they are broken, or refer only to each other. */
export function resolveReferences(schema: unknown, root: unknown): unknown {
  const followed = new Set<unknown>();
  let resolved = schema;
  while (isObject(resolved) && typeof resolved.$ref === 'string') {
    if (followed.has(resolved)) return undefined;
    followed.add(resolved);
    resolved = definitionOf(resolved.$ref, root);
  }
  return resolved;
}

/** The recursive local references of a schema: at least one of each cycle. */
export function recursiveReferences(root: RawSchema): ReadonlySet<string> {
  const recursive = new Set<string>();
  const done = new Set<string>();
  // A depth-first search without recursion, since thousands of definitions may refer to each other in a chain.
  for (const start of localReferences(root)) {
    const path = done.has(start) ? [] : [start];
    const open = path.map((ref) => referencesBehind(ref, root));
    for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
      const ref = inner.pop();
      if (ref === undefined) {
        done.add(String(path.pop()));
        open.pop();
      } else if (path.includes(ref)) {
        for (const one of path.slice(path.indexOf(ref))) recursive.add(one);
      } else if (!done.has(ref)) {
        path.push(ref);
        open.push(referencesBehind(ref, root));
      }
    }
  }
  return recursive;
}

function referencesBehind(ref: string, root: RawSchema): string[] {
  const definition = definitionOf(ref, root);
  return isObject(definition) ? localReferences(definition) : [];
}

function localReferences(schema: RawSchema): string[] {
  const references = new Set<string>();
  visitSchema(schema, '', (one) => {
    if (typeof one?.$ref === 'string' && one.$ref.startsWith('#')) references.add(one.$ref);
  });
  return [...references];
}

import { isObject } from '../base/is-object.js';
import { type RawSchema, visitSchema } from './walk-schema.js';

/** What a local reference, `#/$defs/Name`, leads to; `undefined` when it leads nowhere. */
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

/** A schema behind its references; `undefined` when they lead nowhere, or only to each other. */
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

/** The local references of a schema that lead back to themselves: of each circle at least one. */
export function recursiveReferences(root: RawSchema): ReadonlySet<string> {
  const recursive = new Set<string>();
  const done = new Set<string>();
  // Depth first, without recursion: thousands of definitions may refer to each other in a row.
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

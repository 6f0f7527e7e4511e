import type { Problem } from '../errors/validation-error.js';
import { narrowSchema } from '../schema/narrow-schema.js';
import { isRecursive } from '../schema/references.js';
import { isRawSchema, type RawSchema } from '../schema/to-json-schema.js';

/** A schema as the API enforces it, its objects closed, and every keyword in it that the API cannot enforce. */
export function strictSchema(given: RawSchema): {
  readonly schema: RawSchema;
  readonly problems: readonly Problem[];
} {
  const { schema, moved } = narrowSchema(given);
  const refused = moved.map(({ path }) =>
    problem(path, `with strict the API takes no ${keywordOf(path)}: remove it, and say it in a description`),
  );
  return { schema, problems: [...refused, ...problemsIn(schema, '', schema)] };
}

/** What no description can make up for. */
function problemsIn(value: unknown, base: string, root: RawSchema): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const path = base === '' ? key : `${base}.${key}`;
    if (key === '$ref') return referenceProblems(String(member), path, root);
    if (key === 'additionalProperties' && member !== false)
      return [
        problem(path, 'with strict an object has listed keys only: use properties, or a list of entries'),
      ];
    return isRawSchema(member) || Array.isArray(member) ? problemsIn(member, path, root) : [];
  });
}

function referenceProblems(ref: string, path: string, root: RawSchema): Problem[] {
  if (!ref.startsWith('#'))
    return [problem(path, `with strict a reference stays inside the schema, not ${ref}`)];
  if (!isRecursive(ref, root)) return [];
  return [problem(path, 'with strict a schema is not recursive: write the levels out, as deep as they go')];
}

function problem(path: string, message: string): Problem {
  return { path, rule: 'strict-schema', message };
}

function keywordOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

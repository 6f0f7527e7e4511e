import type { ts } from 'ts-json-schema-generator';
import { isObject } from '../base/is-object.js';
import type { RawSchema } from '../schema/walk-schema.js';

/**
 * Whether a schema accepts more than its type, which the generator silently does for some types: `keyof` of an
 * interface becomes any string, `Record<number, …>` becomes a list. `resolve` follows a reference to a definition.
 */
export function isWiderThanType(
  schema: RawSchema,
  type: ts.Type,
  checker: ts.TypeChecker,
  resolve: (schema: RawSchema) => RawSchema,
): boolean {
  const seen = new Set<ts.Type>();
  const compare = (given: unknown, whole: ts.Type): boolean => {
    const part = checker.getNonNullableType(whole);
    if (seen.has(part) || !isObject(given)) return false;
    const { type: kind, properties, items, ...keywords } = resolve(given);
    const members = part.isUnion() ? part.types : [part];
    if (kind === 'string' && members.every((member) => member.isStringLiteral()))
      return !('enum' in keywords || 'const' in keywords);
    if (kind === 'array') {
      if (!members.every((member) => checker.isArrayType(member) || checker.isTupleType(member))) return true;
      const [item] = checker.isArrayType(part) ? checker.getTypeArguments(part as ts.TypeReference) : [];
      return item !== undefined && compare(items, item);
    }
    if (kind !== 'object' || part.isUnion()) return false;
    seen.add(part);
    return Object.entries(Object(properties)).some(([name, value]) => {
      const property = checker.getPropertyOfType(part, name);
      return property !== undefined && compare(value, checker.getTypeOfSymbol(property));
    });
  };
  return compare(schema, type);
}

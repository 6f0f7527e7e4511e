import { isXmlError } from '../../errors/guards.js';
import type { JsonType } from '../../schema/json-schema.js';
import * as schemas from '../../schema/read-schema.js';
import type { JsonObject, JsonValue } from '../../wire/json.js';
import { callParameters } from '../dialect/call-parameters-shape.js';
import type { CallParameters } from '../document/call-parameters.js';
import { codec } from '../document/codec.js';
import { limits } from '../text/limits.js';
import { describeType } from './describe-type.js';
import { collect, expectedInstead, failure, type ReadResult, success } from './read-result.js';
import { readScalar } from './read-scalar.js';

/** The place of a value in the input, and the schema's definitions. */
interface Context {
  readonly root: schemas.SchemaOrBoolean;
  /** As problems show it, such as `stops.1.city`. */
  readonly path: string;
  readonly depth: number;
  /** How many values may still be read, since nested alternatives multiply. */
  readonly budget: { left: number };
}

/**
 * Converts the texts of a call to the input that the tool's schema describes. A string is read as it is, including
 * spaces; an array or an object may be written as JSON or as child elements.
 */
export function readInput(input: JsonValue, schema: schemas.SchemaOrBoolean): ReadResult {
  return read(input, schema, { root: schema, path: '', depth: 0, budget: { left: limits.values } });
}

function read(input: JsonValue, unresolved: schemas.SchemaOrBoolean, context: Context): ReadResult {
  const schema = schemas.resolve(unresolved, context.root);
  context.budget.left -= 1;
  if (context.budget.left < 0) {
    return failure(context.path, () => `is one of more than ${limits.values} values, which are not read`);
  }
  if (context.depth > limits.depth) {
    return failure(context.path, () => `is more than ${limits.depth} levels deep, which is not read`);
  }
  const literals = schemas.literalsOf(schema);
  if (literals !== undefined) return readLiteral(input, literals, schema, context);
  const attempts = attemptsAt(schema, context);
  if (attempts.length === 0) return schema === false ? failureAt(input, schema, context) : success(input);
  for (const attempt of attempts) {
    const outcome = attempt(input);
    // For one attempt, its error is reported; for several, what was expected.
    if (outcome.ok || attempts.length === 1) return outcome;
  }
  return failureAt(input, schema, context);
}

/** The ways to read a value, with string last: for a number or a string, `5` is a number. */
function attemptsAt(
  schema: schemas.SchemaOrBoolean,
  context: Context,
): readonly ((input: JsonValue) => ReadResult)[] {
  const types = schemas.typesOf(schema);
  if (types.length > 0) {
    const ordered = textLast(types, (type) => type === 'string');
    return ordered.map((type) => (input) => readType(type, input, schema, context));
  }
  const takesText = (alternative: schemas.SchemaOrBoolean) =>
    schemas.typesOf(schemas.resolve(alternative, context.root)).includes('string');
  const ordered = textLast(schemas.alternativesOf(schema), takesText);
  return ordered.map((alternative) => (input) => read(input, alternative, context));
}

function textLast<Item>(items: readonly Item[], takesText: (item: Item) => boolean): readonly Item[] {
  return [...items.filter((item) => !takesText(item)), ...items.filter(takesText)];
}

function readLiteral(
  input: JsonValue,
  literals: readonly unknown[],
  schema: schemas.SchemaOrBoolean,
  context: Context,
): ReadResult {
  const written = typeof input === 'string' ? input : JSON.stringify(input);
  const names = literals.map((literal) => (typeof literal === 'string' ? literal : JSON.stringify(literal)));
  const index = [written, written.trim()].map((text) => names.indexOf(text)).find((at) => at !== -1);
  // A literal of a JSON Schema is a JSON value.
  return index === undefined ? failureAt(input, schema, context) : success(literals[index] as JsonValue);
}

function readType(
  type: JsonType,
  input: JsonValue,
  schema: schemas.SchemaOrBoolean,
  context: Context,
): ReadResult {
  if (type === 'array') return readList(input, schema, context);
  if (type === 'object') return readObject(input, schema, context);
  const value = readScalar(type, input);
  return value === undefined ? failureAt(input, schema, context) : success(value);
}

function readList(input: JsonValue, schema: schemas.SchemaOrBoolean, context: Context): ReadResult {
  const items = itemsOf(input);
  if (items === undefined) return failureAt(input, schema, context);
  const results = items.map((item, index) =>
    read(item, schemas.itemOf(schema, index), inside(context, `${index}`)),
  );
  return collect(results, (values) => values);
}

/** An array is written as JSON, as child elements of one name, or as one text for each item. */
function itemsOf(input: JsonValue): readonly JsonValue[] | undefined {
  if (typeof input !== 'string') return Array.isArray(input) ? input : undefined;
  if (input.trim() === '') return [];
  if (input.trimStart().startsWith('[')) {
    const value = parseJson(input);
    return Array.isArray(value) ? value : undefined;
  }
  const [children, ...others] = Object.values(readElements(input) ?? {});
  return children === undefined || others.length > 0 ? [input] : [children].flat();
}

function readObject(input: JsonValue, schema: schemas.SchemaOrBoolean, context: Context): ReadResult {
  const object = objectIn(input);
  if (object === undefined) return failureAt(input, schema, context);
  const properties = schemas.propertiesOf(schema);
  const others = schemas.additionalOf(schema);
  const entries = Object.entries(object);
  const results = entries.map(([name, value]) => {
    const property = properties.get(name) ?? others;
    const within = inside(context, name);
    if (property !== false || properties.has(name)) return read(value, property, within);
    return failure(within.path, () => `is not known, only ${[...properties.keys()].join(', ')}`);
  });
  const missing = [...schemas.requiredOf(schema)]
    .filter((name) => !Object.hasOwn(object, name))
    .map((name) => failureAt(undefined, properties.get(name) ?? true, inside(context, name)));
  return collect([...results, ...missing], (values) =>
    // `fromEntries` makes every name an own property, even `__proto__`.
    Object.fromEntries(entries.map(([name], index) => [name, values[index] ?? null])),
  );
}

function objectIn(input: JsonValue): JsonObject | undefined {
  if (typeof input !== 'string') return isObject(input) ? input : undefined;
  if (input.trim() === '') return {};
  const value = input.trimStart().startsWith('{') ? parseJson(input) : readElements(input);
  return isObject(value) ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // The caller reports what was expected.
    return undefined;
  }
}

function inside(context: Context, name: string): Context {
  const path = context.path === '' ? name : `${context.path}.${name}`;
  return { ...context, path, depth: context.depth + 1 };
}

function failureAt(
  input: JsonValue | undefined,
  schema: schemas.SchemaOrBoolean,
  { path, root }: Context,
): ReadResult {
  return failure(path, () =>
    expectedInstead(schema === false ? 'nothing' : describeType(schema, root), input),
  );
}

const list = codec('elements', callParameters);

/** Reads the child elements of a parameter; `undefined` if it is text. */
function readElements(text: string): CallParameters | undefined {
  if (!text.trimStart().startsWith('<')) return undefined;
  try {
    return list.parse(`<elements>${text}</elements>`);
  } catch (error) {
    // A text that starts with `<` but is not a sequence of elements.
    if (isXmlError(error)) return undefined;
    throw error;
  }
}

import type { JsonObject, JsonValue } from '../../wire/json.js';
import { limits } from '../text/limits.js';
import { describeType } from './describe-type.js';
import { collect, type Fit, fitting, misfit } from './fit.js';
import type { JsonSchema, JsonType } from './json-schema.js';
import * as schemas from './json-schema.js';
import { readElements } from './read-elements.js';
import { readScalar } from './read-scalar.js';

/** Where a value lies in the input, and what its schema refers to. */
interface Context {
  readonly root: JsonSchema;
  readonly path: readonly string[];
  /** How many values may still be read: alternatives inside alternatives multiply. */
  readonly budget: { left: number };
}

/**
 * Turns the texts of a call into the input that the tool's schema asks for. A string is taken as it is written,
 * spaces included; a list or an object may be written as JSON or as child elements.
 */
export function readInput(input: JsonValue, schema: JsonSchema): Fit {
  return read(input, schema, { root: schema, path: [], budget: { left: limits.values } });
}

function read(input: JsonValue, unresolved: JsonSchema, context: Context): Fit {
  const schema = schemas.resolve(unresolved, context.root);
  context.budget.left -= 1;
  if (context.budget.left < 0) return misfit(context.path, `at most ${limits.values} values`, input);
  if (context.path.length > limits.depth)
    return misfit(context.path, `at most ${limits.depth} levels`, input);
  const literals = schemas.literalsOf(schema);
  if (literals !== undefined) return readLiteral(input, literals, schema, context);
  const attempts = attemptsAt(schema, context);
  if (attempts.length === 0)
    return schema === false ? misfit(context.path, 'nothing', input) : fitting(input);
  for (const attempt of attempts) {
    const outcome = attempt(input);
    // Of one attempt it is of use to know what went wrong; of several, what would have been right.
    if (outcome.fits || attempts.length === 1) return outcome;
  }
  return misfit(context.path, describeType(schema, context.root), input);
}

/** The ways to read a value, the one that takes any text last: `5` for a number or a string is a number. */
function attemptsAt(schema: JsonSchema, context: Context): readonly ((input: JsonValue) => Fit)[] {
  const types = schemas.typesOf(schema);
  if (types.length > 0) {
    return textLast(types, (type) => type === 'string').map(
      (type) => (input) => readType(type, input, schema, context),
    );
  }
  const takesText = (alternative: JsonSchema) =>
    schemas.typesOf(schemas.resolve(alternative, context.root)).includes('string');
  return textLast(schemas.alternativesOf(schema), takesText).map(
    (alternative) => (input) => read(input, alternative, context),
  );
}

function textLast<Item>(items: readonly Item[], takesText: (item: Item) => boolean): readonly Item[] {
  return [...items.filter((item) => !takesText(item)), ...items.filter(takesText)];
}

function readLiteral(
  input: JsonValue,
  literals: readonly unknown[],
  schema: JsonSchema,
  { root, path }: Context,
): Fit {
  const written = typeof input === 'string' ? input : JSON.stringify(input);
  const isMeant = (text: string) => (literal: unknown) =>
    text === (typeof literal === 'string' ? literal : JSON.stringify(literal));
  const index = [written, written.trim()]
    .map((text) => literals.findIndex(isMeant(text)))
    .find((at) => at !== -1);
  if (index === undefined) return misfit(path, describeType(schema, root), input);
  // A literal of a JSON Schema is a JSON value.
  return fitting(literals[index] as JsonValue);
}

function readType(type: JsonType, input: JsonValue, schema: JsonSchema, context: Context): Fit {
  if (type === 'array') return readList(input, schema, context);
  if (type === 'object') return readObject(input, schema, context);
  const value = readScalar(type, input);
  return value === undefined
    ? misfit(context.path, describeType(schema, context.root), input)
    : fitting(value);
}

function readList(input: JsonValue, schema: JsonSchema, context: Context): Fit {
  const items = itemsOf(input);
  if (items === undefined) return misfit(context.path, describeType(schema, context.root), input);
  const fits = items.map((item, index) =>
    read(item, schemas.itemOf(schema, index), inside(context, `${index}`)),
  );
  return collect(fits, (values) => values);
}

/** A list is written as JSON, as child elements of one name, or as one text for each item. */
function itemsOf(input: JsonValue): readonly JsonValue[] | undefined {
  if (typeof input !== 'string') return Array.isArray(input) ? input : undefined;
  if (input.trim() === '') return [];
  if (input.trimStart().startsWith('[')) return arrayIn(input);
  const [children, ...others] = Object.values(readElements(input) ?? {});
  return children === undefined || others.length > 0 ? [input] : [children].flat();
}

function arrayIn(json: string): readonly JsonValue[] | undefined {
  const value = parseJson(json);
  return Array.isArray(value) ? value : undefined;
}

function readObject(input: JsonValue, schema: JsonSchema, context: Context): Fit {
  const object = objectIn(input);
  if (object === undefined) return misfit(context.path, describeType(schema, context.root), input);
  const properties = schemas.propertiesOf(schema);
  const others = schemas.additionalOf(schema);
  const entries = Object.entries(object);
  const fits = entries.map(([name, value]) => {
    const property = properties.get(name) ?? others;
    return property === false
      ? misfit(
          [...context.path, name],
          `no parameter of this name, only ${[...properties.keys()].join(', ')}`,
          value,
        )
      : read(value, property, inside(context, name));
  });
  const missing = [...schemas.requiredOf(schema)]
    .filter((name) => !Object.hasOwn(object, name))
    .map((name) => misfit([...context.path, name], describeType(properties.get(name) ?? true, context.root)));
  // As the values came: `__proto__` is a name as any other.
  return collect([...fits, ...missing], (values) =>
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
    // The caller says what was expected instead.
    return undefined;
  }
}

function inside(context: Context, name: string): Context {
  return { ...context, path: [...context.path, name] };
}

import type { JsonType } from '../../schema/json-schema.js';
import type { JsonValue } from '../../wire/json.js';

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads a text, or takes a value that JSON gave, as a string, a number, a truth value or null; nothing if it is none. */
export function readScalar(type: JsonType, input: JsonValue): JsonValue | undefined {
  switch (type) {
    case 'string':
      return typeof input === 'string' ? input : undefined;
    case 'number':
      return readNumber(input);
    case 'integer': {
      const number = readNumber(input);
      // A larger one could not be told from its neighbours.
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case 'boolean':
      return typeof input === 'boolean' ? input : truthValues.get(wordOf(input));
    case 'null':
      return input === null || wordOf(input) === 'null' ? null : undefined;
    default:
      return undefined;
  }
}

function readNumber(input: JsonValue): number | undefined {
  if (typeof input === 'number') return input;
  const text = typeof input === 'string' ? input.trim() : '';
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

// Models also write them as Python does.
const truthValues: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function wordOf(input: JsonValue): string {
  return typeof input === 'string' ? input.trim().toLowerCase() : '';
}

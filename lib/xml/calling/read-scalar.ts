import type { JsonType } from '../../schema/json-schema.js';
import type { JsonValue } from '../../wire/json.js';

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads a text, or a JSON value, as a string, number, boolean or null; `undefined` if it is none. */
export function readScalar(type: JsonType, input: JsonValue): JsonValue | undefined {
  switch (type) {
    case 'string':
      return typeof input === 'string' ? input : undefined;
    case 'number':
      return readNumber(input);
    case 'integer': {
      const number = readNumber(input);
      // Larger integers are not exact.
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

// Models also use the Python spelling.
const truthValues: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function wordOf(input: JsonValue): string {
  return typeof input === 'string' ? input.trim().toLowerCase() : '';
}

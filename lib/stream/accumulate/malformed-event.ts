/** Events that do not fit together, or lack what they need. The stream turns it into a `StreamError`. */
export class MalformedEvent extends Error {}

/** What came off the wire as an object, whatever its type promises. */
export function asRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  // An object of JSON is a record; arrays are refused because nothing of the API is one where this is asked.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new MalformedEvent(`an event came whose ${what} is no object`);
}

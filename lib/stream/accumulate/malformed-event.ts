/** An event that does not fit the events before it, or lacks a field. The stream turns it into a `StreamError`. */
export class MalformedEvent extends Error {}

/** Checks that a value from the wire is an object. */
export function asRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  // A JSON object is a record. Arrays are refused: no field that is read here is one.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new MalformedEvent(`the ${what} of an event is not an object`);
}

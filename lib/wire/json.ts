/** A JSON value that is neither an array nor an object. */
export type JsonPrimitive = string | number | boolean | null;

/** An object that survives `JSON.stringify` and `JSON.parse`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Any JSON value. */
export type JsonValue = JsonPrimitive | readonly JsonValue[] | JsonObject;

/** A JSON value without parts. */
export type JsonPrimitive = string | number | boolean | null;

/** An object that survives `JSON.stringify` and `JSON.parse`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whatever JSON can say. */
export type JsonValue = JsonPrimitive | readonly JsonValue[] | JsonObject;

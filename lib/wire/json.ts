export type JsonPrimitive = string | number | boolean | null;

/** An object that survives `JSON.stringify` and `JSON.parse`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export type JsonValue = JsonPrimitive | readonly JsonValue[] | JsonObject;

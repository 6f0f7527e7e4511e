/**
 * One of the known strings, or any other that a later API may add.
 *
 * Editors suggest the known ones; any other string is accepted.
 */
export type OpenString<Known extends string> = Known | (string & Record<never, never>);

/**
 * A `type` that this release does not know.
 *
 * At run time it is any string. For the compiler it is a string that no real type matches: a plain (or branded)
 * `string` is comparable to every literal, so `block.type === 'text'` would no longer narrow the union.
 */
export type UnknownType = `${string} (new to this release)`;

/** An object whose `type` this release does not know. It is passed on with all its fields. */
export interface UnknownVariant {
  readonly type: UnknownType;
  readonly [field: string]: unknown;
}

/**
 * A block that is sent unchanged, such as one from `rawBlock()`.
 *
 * It names no fields: with an index signature in the union, the compiler would explain an invalid block by this type.
 */
export interface RawBlock {
  readonly type: UnknownType;
}

/**
 * One of the strings known today, or one that the API adds tomorrow.
 *
 * Editors offer the known ones; any other string is accepted.
 */
export type OpenString<Known extends string> = Known | (string & Record<never, never>);

/**
 * A `type` that this release has no name for.
 *
 * At run time it is any string. For the compiler it is a string that no real name matches: a plain `string` (or a
 * branded one) is comparable to every literal, and `block.type === 'text'` would no longer narrow the union.
 */
export type UnknownType = `${string} (new to this release)`;

/** Something whose `type` this release does not know: it is passed through, every field kept. */
export interface UnknownVariant {
  readonly type: UnknownType;
  readonly [field: string]: unknown;
}

/**
 * A block that is sent as it came, or as `rawBlock()` made it.
 *
 * It names no fields: with an index signature in the union the compiler would explain a wrong block by it.
 */
export interface RawBlock {
  readonly type: UnknownType;
}

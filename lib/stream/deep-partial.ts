import type { OpenString } from '../wire/open.js';

/**
 * The type of a value that is still being written: any property may be missing, any list may be shorter, any string may
 * be incomplete. A string literal is therefore not guaranteed (`'celsius'` is `'cel'` for a while): editors suggest the
 * literals, and the compiler accepts any string. Numbers and booleans appear once they are complete.
 */
export type DeepPartial<Value> = unknown extends Value
  ? unknown
  : Value extends string
    ? Beginning<Value>
    : Value extends readonly unknown[]
      ? readonly DeepPartial<Value[number]>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
        : Value;

type Beginning<Text extends string> = string extends Text ? string : OpenString<Text>;

import type { OpenString } from '../wire/open.js';

/**
 * A value that is still being written: every property may be missing, every list may be shorter, every string may be
 * a beginning. So a string literal is no promise (`'celsius'` passes by as `'cel'`): editors offer the literals, the
 * compiler expects any string. Numbers and booleans appear once they are whole.
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

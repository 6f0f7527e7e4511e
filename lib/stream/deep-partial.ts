/**
 * A value that is still being written: every property may be missing, every list may be shorter, every string
 * may be a beginning. So a string literal is no promise (`'celsius'` passes by as `'cel'`): editors offer the
 * literals, the compiler expects any string. Numbers and booleans appear once they are whole.
 */
export type DeepPartial<Value> = unknown extends Value
  ? unknown
  : Value extends string
    ? Value | (string & Record<never, never>)
    : Value extends readonly unknown[]
      ? readonly DeepPartial<Value[number]>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
        : Value;

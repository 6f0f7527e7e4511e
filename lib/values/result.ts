/**
 * What a `safe()` returns: the value, or the error that `of()` would throw.
 *
 * @example
 * ```ts
 * import { Temperature } from 'clust';
 *
 * const result = Temperature.safe(Number('0.7'));
 * if (result.ok) console.log(result.value);
 * else console.error(result.error.message);
 * ```
 */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

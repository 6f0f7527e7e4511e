/** `true` when two types are the same, not merely assignable to each other. */
export type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;

/** Fails to compile unless its type argument is `true`; nothing happens at run time. */
export function expectType<_Holds extends true>(): void {}

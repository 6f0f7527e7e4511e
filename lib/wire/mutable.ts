import type { UnknownType } from './open.js';

/**
 * The same shape without `readonly`, at every depth: what a library takes that asks for lists it could write to.
 *
 * Everything that clust takes and returns is readonly. A value of ours is what `@anthropic-ai/sdk` expects, and the
 * compiler believes it with this type; what is frozen stays frozen. Blocks and events that this release has no name for
 * are left out of the type, since other libraries name no such thing.
 *
 * @example
 * ```ts
 * import type { MessageParam, Mutable, UserMessage } from 'clust';
 *
 * const turn: MessageParam = { role: 'user', content: [{ type: 'text', text: 'Hello' }] };
 * const copy = structuredClone(turn) as Mutable<UserMessage>;
 * copy.content = 'Hello again';
 * ```
 */
export type Mutable<Type> = unknown extends Type
  ? Type
  : Type extends Atom
    ? Type
    : Type extends { readonly type: UnknownType }
      ? never
      : { -readonly [Key in keyof Type]: Mutable<Given<Type, Key>> };

/** A field that may be left out is left out, and not `undefined`: `exactOptionalPropertyTypes` tells them apart. */
type Given<Type, Key extends keyof Type> =
  Record<never, never> extends Pick<Type, Key> ? Exclude<Type[Key], undefined> : Type[Key];

/** What has no parts to be written to. */
type Atom =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | ((...parameters: never) => unknown);

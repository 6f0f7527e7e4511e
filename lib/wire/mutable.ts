import type { UnknownType } from './open.js';

/**
 * The same type without `readonly`, at every depth, for libraries whose types require mutable lists.
 *
 * Everything that clust accepts and returns is readonly. Its values fit `@anthropic-ai/sdk`, and this type tells the
 * compiler so; frozen values stay frozen. Blocks and events that this release does not know are left out of the type,
 * since other libraries have no type for them.
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

/** Keeps optional fields optional without `undefined`, which `exactOptionalPropertyTypes` distinguishes. */
type Given<Type, Key extends keyof Type> =
  Record<never, never> extends Pick<Type, Key> ? Exclude<Type[Key], undefined> : Type[Key];

/** Types without fields or items. */
type Atom =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | ((...parameters: never) => unknown);

import { ValidationError } from '../errors/validation-error.js';
import { checked } from './checked.js';
import type { Result } from './result.js';

/** A text that proves who calls; however it is printed, only its kind shows. */
export interface Secret<Kind extends string> {
  readonly kind: Kind;
  /** The redacted form, such as `ApiKey(sk-ant-…)`; never the text itself. */
  toString(): string;
  /** The redacted form too, so that `JSON.stringify` tells nothing. */
  toJSON(): string;
}

// Registered, so that a secret made by another copy of the package can be read by this one.
const revealing = Symbol.for('clust.reveal');

/** The text is in a private field, which no printing, spreading or cloning of the object reaches. */
class RedactedText<Kind extends string> implements Secret<Kind> {
  readonly kind: Kind;
  readonly #text: string;

  constructor(kind: Kind, text: string) {
    this.kind = kind;
    this.#text = text;
    Object.freeze(this);
  }

  toString(): string {
    return `${this.kind}(${this.#text.startsWith('sk-ant-') ? 'sk-ant-' : ''}…)`;
  }

  toJSON(): string {
    return `${this}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `${this}`;
  }

  [revealing](): string {
    return this.#text;
  }
}

/**
 * The text under a secret of this kind, when an HTTP header can carry it: the characters of Latin-1 that print. What
 * refuses it shows no character of it.
 *
 * @internal
 */
export function secret<Kind extends string>(
  kind: Kind,
  path: string,
  text: unknown,
): Result<Secret<Kind>, ValidationError> {
  const message =
    typeof text !== 'string' || text === ''
      ? `this ${kind} is empty: is the variable that it is read from set?`
      : /[^\x21-\x7e\xa1-\xff]/.test(text)
        ? `this ${kind} has white space, or a character that no header can carry: trim it`
        : undefined;
  return checked(new RedactedText(kind, `${text}`), { path, rule: 'credential', message });
}

/**
 * The text of a secret: for the header that carries it, and for nothing else.
 *
 * @internal
 * @throws ValidationError for anything that `ApiKey.of()` or `AuthToken.of()` did not make.
 */
export function reveal<Kind extends string>(credential: Secret<Kind>): string {
  const read: unknown = Reflect.get(Object(credential), revealing);
  if (typeof read === 'function') return read.call(credential);
  const message = 'a credential is made with ApiKey.of(key) or AuthToken.of(token)';
  throw new ValidationError([{ path: 'credential', rule: 'credential', message }]);
}

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
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  [revealing](): string {
    return this.#text;
  }
}

/**
 * The text under a secret of this kind, when an HTTP header can carry it.
 *
 * @internal
 */
export function secret<Kind extends string>(
  kind: Kind,
  noun: string,
  text: unknown,
): Result<Secret<Kind>, ValidationError> {
  const message = refusal(noun, text);
  const path = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
  return checked(message === undefined ? new RedactedText(kind, `${text}`) : undefined, {
    path,
    rule: 'credential',
    message,
  });
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

/** Says what is wrong without a character of the text. */
function refusal(noun: string, text: unknown): string | undefined {
  if (typeof text !== 'string') return `${noun} is a string, not ${text === null ? 'null' : typeof text}`;
  if (text === '') return `${noun} is empty: is the variable that it is read from set?`;
  if (/\s/.test(text)) return `${noun} has white space or a line break in it: give it alone, trimmed`;
  // The characters of Latin-1 that print: a header takes no others.
  if (!/^[\x21-\x7e\xa1-\xff]+$/.test(text))
    return `${noun} has a character that an HTTP header cannot carry`;
  return undefined;
}

import { ValidationError } from '../errors/validation-error.js';
import { checked } from './checked.js';
import type { Result } from './result.js';

/** A secret text. Printing it shows only its kind. */
export interface Secret<Kind extends string> {
  readonly kind: Kind;
  /** The redacted form, such as `ApiKey(sk-ant-…)`; never the text itself. */
  toString(): string;
  /** The redacted form too, so that `JSON.stringify` does not show the text. */
  toJSON(): string;
}

// A registered symbol, so that another copy of the package can read the secret.
const revealing = Symbol.for('clust.reveal');

/** The text is in a private field, which printing, spreading and cloning do not copy. */
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
 * Creates a secret of this kind, if an HTTP header can carry the text: printable Latin-1 characters. The refusal shows
 * no part of it.
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
 * Returns the text of a secret. Use it only for the header that carries it.
 *
 * @internal
 * @throws {ValidationError} For anything that `ApiKey.of()` or `AuthToken.of()` did not create.
 */
export function reveal<Kind extends string>(credential: Secret<Kind>): string {
  const read: unknown = Reflect.get(Object(credential), revealing);
  if (typeof read === 'function') return read.call(credential);
  const message = 'a credential is made with ApiKey.of(key) or AuthToken.of(token)';
  throw new ValidationError([{ path: 'credential', rule: 'credential', message }]);
}

declare const why: unique symbol;

/**
 * A sentence in the type of a string parameter that says why an argument is refused.
 *
 * No value has this type, so the editor never offers the sentence and nobody can pass it.
 */
export interface Because<Sentence extends string> {
  readonly [why]: Sentence;
}

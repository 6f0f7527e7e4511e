declare const why: unique symbol;

/**
 * A sentence in the type of a parameter, which says why an argument is refused.
 *
 * No value has this type, so editors never suggest the sentence.
 */
export interface Because<Sentence extends string> {
  readonly [why]: Sentence;
}

declare const why: unique symbol;

/**
 * A sentence that stands in a parameter's type to say why an argument is refused.
 *
 * No value has this type: the editor never offers the sentence, and nobody can pass it.
 */
export interface Because<Sentence extends string> {
  readonly [why]: Sentence;
}

import { ValidationError } from '../errors/validation-error.js';

/** The steps that a builder of a platform needs before `build()`, each with the sentence that asks for it. */
type Needed = Readonly<Record<string, string>>;

/** The builder itself, or the sentences of the steps that it still needs: the type of `this` in `build()`. */
export type Ready<Builder, Done extends string, Sentences> = [Exclude<keyof Sentences, Done>] extends [never]
  ? Builder
  : Sentences[Exclude<keyof Sentences, Done>];

/** What the steps have set. @throws {ValidationError} With the sentence of the first step that was not taken. */
export function taken<Sentences extends Needed>(
  sentences: Sentences,
): <Value>(step: keyof Sentences, value: Value | undefined) => Value {
  return (step, value) => {
    if (value !== undefined) return value;
    throw new ValidationError([{ path: 'client', rule: 'missing-step', message: String(sentences[step]) }]);
  };
}

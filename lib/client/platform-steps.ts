import { ValidationError } from '../errors/validation-error.js';

/** The methods that must be called before `build()`, each with the sentence that asks for it. */
type Needed = Readonly<Record<string, string>>;

/** The builder itself, or the sentences of the methods that are still missing: the type of `this` in `build()`. */
export type Ready<Builder, Done extends string, Sentences> = [Exclude<keyof Sentences, Done>] extends [never]
  ? Builder
  : Sentences[Exclude<keyof Sentences, Done>];

/**
 * The settings of the methods that were called. @throws {ValidationError} With the sentence of the first one that is
 * missing.
 */
export function taken<Sentences extends Needed>(
  sentences: Sentences,
): <Value>(step: keyof Sentences, value: Value | undefined) => Value {
  return (step, value) => {
    if (value !== undefined) return value;
    throw new ValidationError([{ path: 'client', rule: 'missing-step', message: String(sentences[step]) }]);
  };
}

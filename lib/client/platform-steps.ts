import { ValidationError } from '../errors/validation-error.js';

/** The sentence for steps that a builder of a platform still needs; `never` when it needs none. */
export type MissingSteps<
  Done extends string,
  Needed extends string,
  Sentences extends Record<Needed, string>,
> = {
  [Step in Exclude<Needed, Done>]: Sentences[Step];
}[Exclude<Needed, Done>];

/** @throws {ValidationError} With the sentence of the first step that was not taken. */
export function missingStep(sentence: string): never {
  throw new ValidationError([{ path: 'client', rule: 'missing-step', message: sentence }]);
}

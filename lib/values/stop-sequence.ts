import type { Tagged } from 'type-fest';
import type { ValidationError } from '../errors/validation-error.js';
import type { Because } from '../wire/because.js';
import { checked, orThrow } from './checked.js';
import type { Result } from './result.js';

/** A text that makes the model stop. It is not part of the answer. */
export type StopSequence = Tagged<string, 'StopSequence'>;

/**
 * Creates one of the `stop_sequences` of a request: a text with a character that is not white space.
 *
 * When the model would write it, the answer ends with `stop_reason: 'stop_sequence'`.
 *
 * @example
 * ```ts
 * import { StopSequence } from 'clust';
 *
 * const end = StopSequence.of('</answer>');
 * const blank = StopSequence.safe('\n\n'); // {ok: false, error: ValidationError}
 * ```
 */
export const StopSequence = {
  /** @throws {ValidationError} If `text` is blank. */
  of<const S extends string>(
    text: [StopSequenceRefusal<S>] extends [never] ? S : Because<StopSequenceRefusal<S>>,
  ): StopSequence {
    return orThrow(check(text));
  },

  /** As `of`, but returns the error. */
  safe(text: string): Result<StopSequence, ValidationError> {
    return check(text);
  },
};

/** The sentence for a blank literal, else `never`; a plain `string` is checked at run time. */
export type StopSequenceRefusal<S extends string> = S extends StopSequence
  ? never
  : S extends ''
    ? typeof sentence
    : S extends `${Space}${infer Rest}`
      ? StopSequenceRefusal<Rest>
      : never;

/** Why `text` is not a stop sequence; `undefined` if it is one. */
export function stopSequenceRefusal(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? undefined : sentence;
}

const sentence = 'a stop sequence needs a character that is not white space';

/** White space that is likely in a literal. The run time checks the rest. */
type Space = ' ' | '\t' | '\n' | '\r' | '\v' | '\f' | '\u00a0';

const check = (text: unknown) =>
  checked<StopSequence>(text, {
    path: 'stop_sequences',
    rule: 'stop-sequence',
    message: stopSequenceRefusal(text),
  });

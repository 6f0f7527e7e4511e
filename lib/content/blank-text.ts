import { ValidationError } from '../errors/validation-error.js';
import type { Because } from '../wire/because.js';

export const blankText = 'text must contain a character that is not white space';

/** Why a literal text is refused; `never` for one that says something, or that is only known at run time. */
export type BlankRefusal<Text extends string> = Text extends '' | `${WhiteSpace}${string}`
  ? IsBlank<Text> extends true
    ? typeof blankText
    : never
  : never;

/** A text that may be sent: the text itself, or the sentence that says why not. */
export type NonBlankText<Text extends string> = [BlankRefusal<Text>] extends [never]
  ? Text
  : Because<BlankRefusal<Text>>;

/** Stops at the first character that says something; most texts begin with one, and never come here. */
type IsBlank<Text extends string> = Text extends ''
  ? true
  : Text extends `${WhiteSpace}${infer Rest}`
    ? IsBlank<Rest>
    : false;

/** What white space a source file is likely to hold; the rest of Unicode's is found at run time. */
type WhiteSpace = ' ' | '\n' | '\t' | '\r' | '\v' | '\f' | '\u00a0';

/** Whether the API refuses a text for saying nothing. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/**
 * The run-time twin of `NonBlankText`.
 *
 * @throws ValidationError for a text of white space only.
 */
export function assertNotBlank(text: string, path: string): void {
  if (isBlank(text)) throw new ValidationError([{ path, rule: 'blank-text', message: blankText }]);
}

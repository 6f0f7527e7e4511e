import { ValidationError } from '../errors/validation-error.js';
import type { Because } from '../wire/because.js';

export const blankText = 'text must contain a character that is not white space';

/** Why a literal text is refused; `never` for one that says something, or that is only known at run time. */
export type BlankRefusal<Text extends string> = IsBlank<Text> extends false ? never : typeof blankText;

/** A text that may be sent: the text itself, or the sentence that says why not. */
export type NonBlankText<Text extends string> = [BlankRefusal<Text>] extends [never]
  ? Text
  : Because<BlankRefusal<Text>>;

/** Distributes over a union, so one blank member is enough. Stops at the first character that says something. */
type IsBlank<Text extends string> = string extends Text
  ? false
  : Text extends `${infer First}${infer Rest}`
    ? First extends WhiteSpace
      ? IsBlank<Rest>
      : false
    : Text extends ''
      ? true
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

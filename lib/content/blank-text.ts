import { ValidationError } from '../errors/validation-error.js';
import type { Because } from '../wire/because.js';

export const blankText = 'text must contain a character that is not white space';

/** The refusal of a blank literal; `never` for any other text, and for one that is only known at run time. */
export type BlankRefusal<Text extends string> = Text extends '' | `${WhiteSpace}${string}`
  ? IsBlank<Text> extends true
    ? typeof blankText
    : never
  : never;

/** The text itself, or the sentence that refuses it. */
export type NonBlankText<Text extends string> = [BlankRefusal<Text>] extends [never]
  ? Text
  : Because<BlankRefusal<Text>>;

/** Stops at the first character that is not white space; most texts start with one, and are not examined here. */
type IsBlank<Text extends string> = Text extends ''
  ? true
  : Text extends `${WhiteSpace}${infer Rest}`
    ? IsBlank<Rest>
    : false;

/** The white space that is likely in a source file. The rest of Unicode's is checked at run time. */
type WhiteSpace = ' ' | '\n' | '\t' | '\r' | '\v' | '\f' | '\u00a0';

/** Whether a text is only white space, which the API refuses. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/**
 * Repeats the check of `NonBlankText` at run time.
 *
 * @throws ValidationError for a text of white space only.
 */
export function assertNotBlank(text: string, path: string): void {
  if (isBlank(text)) throw new ValidationError([{ path, rule: 'blank-text', message: blankText }]);
}

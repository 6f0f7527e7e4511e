import type { Because } from '../../wire/because.js';

/**
 * A word that the rules take is its own type; one they refuse becomes the words they take, and why not this.
 *
 * The editor offers exactly those words. The sentence is branded, so it is neither offered nor accepted.
 */
export type Choice<Refused, Argument, Allowed> = [Refused] extends [never]
  ? Argument
  : Allowed | NoInfer<Because<Refused & string>>;

import type { Because } from '../../wire/because.js';
import type { Told } from '../state.js';

/**
 * The argument itself when the rules take it; else the words that they take, and why not this.
 *
 * The editor offers exactly those words. The sentence is branded, so it is neither offered nor accepted.
 */
export type Choice<State, Refused, Argument, Allowed> = [Refused] extends [never]
  ? Argument
  : Told<State, Argument, Allowed | NoInfer<Because<Refused & string>>>;

/** What is sent for a choice: a word is short for the object of that type. */
export type SentChoice<Argument> = Argument extends string ? { readonly type: Argument } : Argument;

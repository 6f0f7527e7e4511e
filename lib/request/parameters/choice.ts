import type { Because } from '../../wire/because.js';
import type { Told } from '../state.js';

/**
 * The argument itself if the rules accept it; else the accepted words, and the sentence that refuses this one.
 *
 * Editors suggest exactly those words. The sentence is branded, so it is neither suggested nor accepted.
 */
export type Choice<State, Refused, Argument, Allowed> = [Refused] extends [never]
  ? Argument
  : Told<State, Argument, Allowed | NoInfer<Because<Refused & string>>>;

/** The object that is sent for a choice. A word is short for the object of that type. */
export type SentChoice<Argument> = Argument extends string ? { readonly type: Argument } : Argument;

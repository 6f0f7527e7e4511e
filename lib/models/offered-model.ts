import type { aliases } from './aliases.js';
import type { ModelId } from './catalogue.js';
import type { retiredModelFacts } from './retired-model-facts.js';

type Aliases = typeof aliases;
type RetiredDatedId = keyof typeof retiredModelFacts;

/** A model that answers no more; a request to it compiles, for programs that speak of old ones. */
export type RetiredId =
  | RetiredDatedId
  | { [Alias in keyof Aliases]: Aliases[Alias] extends RetiredDatedId ? Alias : never }[keyof Aliases];

/** The models that the editor offers. */
export type OfferedId = Exclude<ModelId, RetiredId>;

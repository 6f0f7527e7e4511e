import type { aliases } from './aliases.js';
import type { ModelId } from './catalogue.js';
import type { retiredModelFacts } from './retired-model-facts.js';

type Aliases = typeof aliases;
type RetiredDatedId = keyof typeof retiredModelFacts;

/** A retired model. A request to it compiles, so that programs can handle old models. */
export type RetiredId =
  | RetiredDatedId
  | { [Alias in keyof Aliases]: Aliases[Alias] extends RetiredDatedId ? Alias : never }[keyof Aliases];

/** The models that editors suggest. */
export type OfferedId = Exclude<ModelId, RetiredId>;

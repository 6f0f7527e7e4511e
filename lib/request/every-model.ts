import type { IsUnion } from '../base/types.js';

/**
 * The refusal of a setting if the model is a union (for example, one that is read from a configuration) and not every
 * member accepts it.
 */
type PinTheModel = 'not every model of the union takes this: pin the model, or use dynamic()';

/**
 * The refusal of a setting for a model that may be a union.
 *
 * A sentence names one model and one limit. For a union it would combine every model with every limit, which is mostly
 * wrong, so a union gets its own sentence.
 */
export type EveryModel<Model, Refused> = [Refused] extends [never]
  ? never
  : IsUnion<Model> extends true
    ? PinTheModel
    : Refused;

import type { IsUnion } from '../base/types.js';

/** Said of a setting when the model is a union, read from a configuration say, and not every member takes it. */
type PinTheModel = 'not every model of the union takes this: pin the model first';

/**
 * What refuses a setting for a model that may be a union.
 *
 * A sentence names one model and one limit; over a union it would pair every model with every limit, most of
 * them falsely. So a union gets one sentence of its own.
 */
export type EveryModel<Model, Refused> = [Refused] extends [never]
  ? never
  : IsUnion<Model> extends true
    ? PinTheModel
    : Refused;

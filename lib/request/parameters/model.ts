import type { Model } from '../../models/model.js';
import type { OfferedId } from '../../models/offered-model.js';
import type { Because } from '../../wire/because.js';
import type { RefusedModel } from '../refusals.js';
import type { Field, IsUnion } from '../state.js';

/** A model that this release knows, or one that `defineModel()` made. */
export type KnownModel<M> = M extends Model
  ? M
  : string extends M
    ? OfferedId
    : Because<`clust does not know the model ${M & string}: use defineModel() for a model newer than this release`>;

/**
 * A model that takes everything set so far.
 *
 * A refusal shows the model that the request is for now, and why not the other: the list of all that would do is too
 * long for an error, and is for the editor, which asks for it while the argument may still be any model.
 */
export type ModelParameter<State, M> = [RefusedModel<State, M>] extends [never]
  ? M
  : (IsUnion<M> extends true ? AllowedModel<State> : Field<State, 'model'>) | Because<RefusedModel<State, M>>;

type AllowedModel<State> = State extends unknown
  ? { [Id in OfferedId]: [RefusedModel<State, Id>] extends [never] ? Id : never }[OfferedId]
  : never;

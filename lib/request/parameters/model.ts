import type { IsUnion } from '../../base/types.js';
import type { DefinedModel } from '../../models/defined-model.js';
import type { Model } from '../../models/model.js';
import type { OfferedId } from '../../models/offered-model.js';
import type { Because } from '../../wire/because.js';
import type { OpenString } from '../../wire/open.js';
import type { RefusedModel } from '../refusals.js';
import type { Field, Told, Wide } from '../state.js';

/** What a model is chosen by before any rule; a string that only the run time knows is looked at there. */
export type ModelArgument = string | DefinedModel;

/** A model to start with; any id where unknown ones are kept. */
export type ModelToCreate<M, Options> = Options extends { readonly unknownModel: 'keep' }
  ? M | OpenString<OfferedId>
  : KnownModel<M>;

/** The model of the state: any string, for an id that this release does not know. */
export type CreatedModel<M> = M extends Model ? M : string;

/** A model that this release knows, one that `defineModel()` made, or one that only the run time knows. */
type KnownModel<M> = [Wide<M>] extends [never] ? Known<M> : OpenString<OfferedId> | DefinedModel;

type Known<M> = M extends Model
  ? M
  : Because<`clust does not know the model ${M & string}: use defineModel() for a model newer than this release`>;

/**
 * A model that takes everything set so far.
 *
 * A refusal shows the model that the request is for now, and why not the other: the list of all that would do is too
 * long for an error, and is for the editor, which asks for it while the argument may still be any model.
 */
export type ModelParameter<State, M> = [Wide<M>] extends [never]
  ? [RefusedModel<State, M>] extends [never]
    ? Known<M>
    : Told<
        State,
        M,
        | (IsUnion<M> extends true ? AllowedModel<State> : Field<State, 'model'>)
        | Because<RefusedModel<State, M>>
      >
  : unknown extends M
    ? M
    : OpenString<AllowedModel<State>> | DefinedModel;

type AllowedModel<State> = State extends unknown
  ? { [Id in OfferedId]: [RefusedModel<State, Id>] extends [never] ? Id : never }[OfferedId]
  : never;

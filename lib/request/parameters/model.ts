import type { IsUnion } from '../../base/types.js';
import type { DefinedModel } from '../../models/defined-model.js';
import type { Model } from '../../models/model.js';
import type { OfferedId } from '../../models/offered-model.js';
import type { Because } from '../../wire/because.js';
import type { OpenString } from '../../wire/open.js';
import type { RefusalIfKnown, Wide } from '../refusal-if-known.js';
import type { RefusedModel } from '../refusals.js';
import type { Field } from '../state.js';

/** A model before any rule. A string that is only known at run time is checked there. */
export type ModelArgument = string | DefinedModel;

/** A model to start with; any id with `unknownModel: 'keep'`. */
export type ModelToCreate<M, Options> = Options extends { readonly unknownModel: 'keep' }
  ? M | OpenString<OfferedId>
  : KnownModel<M>;

/** The model of the state: any string, for an id that this release does not know. */
export type CreatedModel<M> = M extends Model ? M : string;

/** A model that this release knows, one from `defineModel()`, or one that is only known at run time. */
type KnownModel<M> = [Wide<M>] extends [never] ? Known<M> : OpenString<OfferedId> | DefinedModel;

type Known<M> = M extends Model
  ? M
  : Because<`clust does not know the model ${M & string}: use defineModel() for a model newer than this release`>;

/**
 * A model that accepts everything set so far.
 *
 * A refusal shows the current model, and why the other is refused. The list of all accepted models is too long for an
 * error, and is only for editors, which ask for it while the argument may still be any model.
 */
export type ModelParameter<State, M> = [Wide<M>] extends [never]
  ? [RefusedModel<State, M>] extends [never]
    ? Known<M>
    : RefusalIfKnown<
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

import type { DefinedModel } from '../../models/defined-model.js';
import type { OfferedId } from '../../models/offered-model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { Because } from '../../wire/because.js';
import type { Fallback } from '../../wire/fallbacks.js';
import type { OpenString } from '../../wire/open.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { FallbackOfModel } from '../rules/fallback-of-model.js';
import type { FallbackInList } from '../rules/fallbacks.js';
import type { Field } from '../state.js';

/** A fallback before any rule: its id, a result of `defineModel()`, or the object that is sent. */
export type FallbackArgument = string | DefinedModel | Fallback;

/**
 * The models themselves, with the sentence in place of a refused one; the editor's suggestions, if there is none yet.
 */
export type FallbacksParameter<State, Models extends readonly unknown[]> = number extends Models['length']
  ? readonly Offered<State>[]
  : [RefusedFallbacks<Field<State, 'model'>, Models>] extends [never]
    ? Models
    : RefusalIfKnown<
        State,
        Models,
        Lazy<MarkedFallbacks<Field<State, 'model'>, Models>, readonly (string | object)[]>
      >;

/** The fallbacks of a request, by id; `'default'` if the API chooses. */
export type FallbacksPatch<Models extends readonly unknown[]> = {
  readonly fallbacks: IdOfEntry<Models[number]>;
};

/** Not `never` if any model is refused. */
export type RefusedFallbacks<M, Models extends readonly unknown[]> = Models extends readonly ['default']
  ? never
  : {
      [Place in keyof Models & `${number}`]: RefusedEntry<M, Models, Place>;
    }[keyof Models & `${number}`];

type RefusedEntry<M, Models extends readonly unknown[], Place extends keyof Models> =
  | FallbackOfModel<M, IdOfEntry<Models[Place]>>
  | FallbackInList<
      Place,
      Models['length'],
      IdOfEntry<Models[Place]>,
      KeyOf<Models[Place]>,
      Before<Models, Place & string>
    >;

/** The ids before a place. Only the first places matter, since there are at most three. */
type Before<Models extends readonly unknown[], Place extends string> = Place extends '0'
  ? never
  :
      | IdOfEntry<Models[0]>
      | (Place extends '1'
          ? never
          : IdOfEntry<Models[1]> | (Place extends '2' ? never : IdOfEntry<Models[2]>));

type MarkedFallbacks<M, Models extends readonly unknown[]> = {
  readonly [Place in keyof Models]: Place extends `${number}`
    ? [RefusedEntry<M, Models, Place>] extends [never]
      ? Models[Place]
      : Models[Place] extends string
        ?
            | Exclude<OfferedAt<M, Place, Models[Place]>, IdOfEntry<Models[Place]>>
            | Because<RefusedEntry<M, Models, Place> & string>
        : { readonly model: Because<RefusedEntry<M, Models, Place> & string> }
    : Models[Place];
};

/**
 * The accepted values of a place. An error does not list every model; the editor suggests them while nothing is
 * written.
 */
type OfferedAt<M, Place, Id> =
  | (Place extends '0' ? 'default' : never)
  | (Place extends '0' | '1' | '2' ? (Id extends '' ? AllowedId<M> : ListedId<M>) : never);

type IdOfEntry<Entry> = Entry extends string
  ? string extends Entry
    ? never
    : Entry
  : Entry extends DefinedModel
    ? Entry['id']
    : Entry extends { readonly model: infer Id extends string }
      ? string extends Id
        ? never
        : Id
      : never;

/** The fields of an entry in the form that is sent. */
type KeyOf<Entry> = Entry extends string | DefinedModel ? never : keyof Entry;

type Offered<State> = OpenString<'default' | AllowedId<Field<State, 'model'>>> | DefinedModel | Fallback;

/** The ids that a model can fall back to; all other ids, if no source lists them. */
type AllowedId<M> =
  RuleOf<M, 'fallbackModels'> extends readonly string[] ? ListedId<M> : Exclude<OfferedId, M>;

type ListedId<M> = RuleOf<M, 'fallbackModels'> extends readonly (infer Id extends string)[] ? Id : never;

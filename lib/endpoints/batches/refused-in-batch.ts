import type { LargeInBatch, LargeOutput } from '../../models/batch-output.js';
import type { IdOf, Model } from '../../models/model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import type { MaxTokensRefusal } from '../../values/max-tokens.js';
import type { IsWhole } from '../../values/numbers.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { StreamOf } from '../streamed-request.js';
import type { aboveInBatch, illegalId, inBatch, takenId } from './sentences.js';

/** Why a literal id cannot be added to a batch that has the ids `Taken`; `never` when it can, or is not literal. */
export type RefusedId<Id extends string, Taken> =
  IsLiteral<Id> extends false
    ? never
    : Id extends LiteralOf<Taken>
      ? ReturnType<typeof takenId<Id>>
      : IsLegal<Id> extends true
        ? never
        : ReturnType<typeof illegalId<Id>>;

/** `row-${number}` is not one id but many: its keys may be missing, as those of `string` may. */
type IsLiteral<Id extends string> = Record<never, never> extends Record<Id, unknown> ? false : true;

type LiteralOf<Ids> = Ids extends string ? (IsLiteral<Ids> extends true ? Ids : never) : never;

/** Whether an id has 1 to 64 legal characters. `Rest` is what is left, `Count` has a member for each before it. */
type IsLegal<
  Rest extends string,
  Count extends readonly unknown[] = [],
> = Rest extends `${infer First}${infer Others}`
  ? Count['length'] extends 64
    ? false
    : Lowercase<First> extends Legal
      ? IsLegal<Others, [...Count, unknown]>
      : false
  : Count extends readonly []
    ? false
    : true;

type Legal = Letter | '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '-' | '_';
// biome-ignore format: one line is enough
type Letter = 'a'|'b'|'c'|'d'|'e'|'f'|'g'|'h'|'i'|'j'|'k'|'l'|'m'|'n'|'o'|'p'|'q'|'r'|'s'|'t'|'u'|'v'|'w'|'x'|'y'|'z';

/** Why a batch does not take a request, as far as the compiler knows; `never` when it does. */
export type RefusedInBatch<Request> =
  | (StreamOf<Request> extends true ? (typeof inBatch)['stream'] : never)
  | (StateOf<Request> extends { readonly speed: string } ? (typeof inBatch)['speed'] : never)
  | (StateOf<Request> extends { readonly maxTokens: 0 } ? (typeof inBatch)['max_tokens'] : never);

/**
 * The `maxTokens` of one request in a batch, or the sentence for a literal that is no whole number or above what the model
 * generates there. A number that is known at run time only is left to `build()`, as is a model that is.
 */
export type BatchMaxTokens<Request, N extends number> =
  StateOf<Request> extends { readonly model: infer M extends Model }
    ? [RefusedBatchOutput<M, N>] extends [never]
      ? N
      : RefusedBatchOutput<M, N>
    : N;

type RefusedBatchOutput<M extends Model, N extends number> =
  IsWhole<N> extends true ? AboveInBatch<M, N> : MaxTokensRefusal<M, N>;

/** Of a union of models each must take it. */
type AboveInBatch<M extends Model, N extends number> = M extends Model
  ? LargestOutput<M> extends infer Limit extends number
    ? IsAtMost<N, Limit> extends false
      ? ReturnType<typeof aboveInBatch<IdOf<M>, Limit, N>>
      : never
    : never
  : never;

type LargestOutput<M extends Model> =
  IdOf<M> extends LargeInBatch ? LargeOutput : RuleOf<M, 'maxOutputTokens'>;

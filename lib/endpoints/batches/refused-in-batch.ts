import type { LargeInBatch, LargeOutput } from '../../models/batch-output.js';
import type { IdOf, Model } from '../../models/model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import type { MaxTokensRefusal } from '../../values/max-tokens.js';
import type { IsWhole } from '../../values/numbers.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { StreamOf } from '../streamed-request.js';
import type { aboveInBatch, illegalId, inBatch, takenId } from './sentences.js';

/** The refusal of a literal id, in a batch with the ids `Taken`; `never` if it may be added, or is not literal. */
export type RefusedId<Id extends string, Taken> =
  IsLiteral<Id> extends false
    ? never
    : Id extends LiteralOf<Taken>
      ? ReturnType<typeof takenId<Id>>
      : IsLegal<Id> extends true
        ? never
        : ReturnType<typeof illegalId<Id>>;

/** `row-${number}` stands for many ids. As with `string`, a record of it may be empty. */
type IsLiteral<Id extends string> = Record<never, never> extends Record<Id, unknown> ? false : true;

type LiteralOf<Ids> = Ids extends string ? (IsLiteral<Ids> extends true ? Ids : never) : never;

/**
 * Whether an id has 1 to 64 legal characters. `Rest` are the characters left, `Count` has a member for each one before.
 */
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

/** The refusal of a request in a batch, as far as the compiler knows; `never` if it may be added. */
export type RefusedInBatch<Request> =
  | (StreamOf<Request> extends true ? (typeof inBatch)['stream'] : never)
  | (StateOf<Request> extends { readonly speed: string } ? (typeof inBatch)['speed'] : never)
  | (StateOf<Request> extends { readonly maxTokens: 0 } ? (typeof inBatch)['max_tokens'] : never);

/**
 * The `maxTokens` of one request in a batch, or the sentence for a literal that is not a whole number, or is above the
 * model's limit in a batch. `build()` checks a number, or a model, that is only known at run time.
 */
export type BatchMaxTokens<Request, N extends number> =
  StateOf<Request> extends { readonly model: infer M extends Model }
    ? [RefusedBatchOutput<M, N>] extends [never]
      ? N
      : RefusedBatchOutput<M, N>
    : N;

type RefusedBatchOutput<M extends Model, N extends number> =
  IsWhole<N> extends true ? AboveInBatch<M, N> : MaxTokensRefusal<M, N>;

/** For a union of models, each model must accept the value. */
type AboveInBatch<M extends Model, N extends number> = M extends Model
  ? LargestOutput<M> extends infer Limit extends number
    ? IsAtMost<N, Limit> extends false
      ? ReturnType<typeof aboveInBatch<IdOf<M>, Limit, N>>
      : never
    : never
  : never;

type LargestOutput<M extends Model> =
  IdOf<M> extends LargeInBatch ? LargeOutput : RuleOf<M, 'maxOutputTokens'>;

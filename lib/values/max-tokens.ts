import type { Tagged } from 'type-fest';
import type { IsUnion } from '../base/types.js';
import type { ValidationError } from '../errors/validation-error.js';
import { rulesOf, unknownModelRefusal } from '../models/lookup.js';
import { type IdOf, idOf, type Model, specOf } from '../models/model.js';
import type { ModelRules } from '../models/model-spec.js';
import type { RuleOf } from '../models/rule-of.js';
import { checked, orThrow, type Unless } from './checked.js';
import type { IsAtMost } from './is-at-most.js';
import { type IsWhole, isWhole, shown } from './numbers.js';
import type { Result } from './result.js';

/**
 * A number of tokens that one model can generate. A request for another model refuses it.
 *
 * The brand is invariant in the model, so a value for one member of a union is not a value for the union.
 */
export type MaxTokens<M extends Model> = Tagged<number, 'MaxTokens', (model: IdOf<M>) => IdOf<M>>;

/**
 * Creates the `max_tokens` of a request: a whole number from 0 to the model's limit in the catalog.
 *
 * The compiler checks a literal, the run time a `number`. With 0 the API generates nothing and only fills the prompt
 * cache.
 *
 * @example
 * ```ts
 * import { ClaudeModel, MaxTokens, MessagesRequestBuilder } from 'clust';
 *
 * const limit = MaxTokens.of(ClaudeModel.Haiku4_5, Number(process.env['MAX_TOKENS'] ?? 1024));
 * MessagesRequestBuilder.create(ClaudeModel.Haiku4_5).maxTokens(limit).user('Hello, Claude').build();
 *
 * MaxTokens.max(ClaudeModel.Haiku4_5); // 64000
 * ```
 */
export const MaxTokens = {
  /** @throws {ValidationError} If the model does not accept `n`. */
  of<M extends Model, const N extends number>(model: M, n: Unless<MaxTokensRefusal<M, N>, N>): MaxTokens<M> {
    return orThrow(check(model, n));
  },

  /** As `of`, but returns the error. */
  safe<M extends Model>(model: M, n: number): Result<MaxTokens<M>, ValidationError> {
    return check(model, n);
  },

  /** The model's limit. */
  max<M extends Model>(model: M): MaxTokens<M> {
    return orThrow(check(model, specOf(model).maxOutputTokens));
  },
};

/** Why a model does not accept `n` as `max_tokens`; `undefined` if it does, or if the model is unknown. */
export function maxTokensRefusal(spec: ModelRules | undefined, n: unknown): string | undefined {
  if (!isWhole(n)) return notWhole(shown(n));
  return spec === undefined || n <= spec.maxOutputTokens
    ? undefined
    : aboveLimit(spec.id, spec.maxOutputTokens, n);
}

/**
 * The same at compile time: the sentence for an argument that the model does not accept, else `never`.
 *
 * A plain `number` is checked at run time. For a union of models, every member must accept the literal.
 */
export type MaxTokensRefusal<M extends Model, N extends number> = N extends number
  ? IsWhole<N> extends true
    ? AboveLimit<M, LimitOf<M>, N>
    : number extends N
      ? never
      : N extends Tagged<number, 'MaxTokens', unknown>
        ? MadeForAnother<M, N>
        : ReturnType<typeof notWhole<N>>
  : never;

type MadeForAnother<M extends Model, N> =
  N extends MaxTokens<M>
    ? never
    : N extends Tagged<number, 'MaxTokens', (model: infer Id extends string) => string>
      ? `this MaxTokens was made for ${Id}: make one with MaxTokens.of(model, n) for the model of the request`
      : never;

type LimitOf<M extends Model> = RuleOf<M, 'maxOutputTokens'>;

type AboveLimit<M extends Model, Limit extends number, N extends number> = number extends Limit
  ? never
  : false extends IsAtMostEach<N, Limit>
    ? // For a union, combining each id with each limit would print false pairs, so the union has its own sentence.
      IsUnion<IdOf<M>> extends true
      ? `not every model of the union generates ${N} tokens: pin the model, or use MaxTokens.of(model, n)`
      : ReturnType<typeof aboveLimit<IdOf<M>, Limit, N>>
    : never;

/** Each model of a union has its own limit, and all must be kept. */
type IsAtMostEach<N extends number, Limit> = Limit extends number ? IsAtMost<N, Limit> : never;

const notWhole = <N extends number | string>(n: N) =>
  `max_tokens takes a whole number of tokens, 0 or more, not ${n}` as const;

const aboveLimit = <Id extends string, Limit extends number, N extends number>(id: Id, limit: Limit, n: N) =>
  `${id} generates at most ${limit} tokens, not ${n}` as const;

function check<M extends Model>(model: M, n: unknown): Result<MaxTokens<M>, ValidationError> {
  const spec = typeof model === 'string' ? rulesOf(model) : model.spec;
  if (spec === undefined) {
    return checked(n, { path: 'model', rule: 'model', message: unknownModelRefusal(idOf<Model>(model)) });
  }
  return checked(n, { path: 'max_tokens', rule: 'max-tokens', message: maxTokensRefusal(spec, n) });
}

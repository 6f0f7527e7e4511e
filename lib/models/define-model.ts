import { ValidationError } from '../errors/validation-error.js';
import type { Because } from '../wire/because.js';
import type { DefinedModel, LikeDefinition, ModelDefinition } from './defined-model.js';
import { definitionProblems, type NO_LIMIT } from './definition-problems.js';
import { findModel } from './find-model.js';
import type { ModelSpec } from './model-spec.js';
import { unknownModel } from './unknown-model.js';

/**
 * The argument of `defineModel()` before it is checked. Without a limit and without `like`, a sentence says what is
 * missing.
 */
type AnyDefinition = ModelDefinition | (Omit<LikeDefinition, 'like'> & { readonly like?: undefined });

/** The definition itself, with a sentence in place of each wrong part. */
type Definable<Definition> = [Exclude<keyof Definition, DefinitionKey>] extends [never]
  ? [keyof Definition & ('maxOutputTokens' | 'like')] extends [never]
    ? Because<typeof NO_LIMIT>
    : Definition
  : MarkedKeys<Definition>;

/** Refuses unknown keys by name: with a typo, a rule would silently not apply. */
type MarkedKeys<Definition> = {
  readonly [Key in keyof Definition]: Key extends DefinitionKey
    ? Definition[Key]
    : Because<`${Key & string} must be left out: no model has such a trait`>;
};

type DefinitionKey = keyof LikeDefinition | 'aliasOf';

/** A model with its own price has no long-prompt or fast price of the model in `like`. */
const ownPrices = { longPromptPrice: null, fastPrice: null };

/**
 * Describes a model that this release does not know, or that a gateway serves under its own name.
 *
 * `id` is sent as it is. `maxOutputTokens` is required unless `like` names a model of the catalog, whose rules then
 * apply to this one too. Everything else that neither the definition nor `like` restricts is accepted: all thinking
 * types and effort levels, sampling, forced tool choice, prefill, structured outputs, images, PDF, fast speed. The API
 * decides in the end.
 *
 * @throws {ValidationError} With one problem for each wrong field.
 *
 * @example
 * ```ts
 * import { defineModel, MessagesRequestBuilder } from 'clust';
 *
 * const opus6 = defineModel({ id: 'claude-opus-6', maxOutputTokens: 256_000, sampling: 'rejected' });
 * const fast = defineModel({ id: 'team/fast', like: 'claude-haiku-5-5' });
 *
 * MessagesRequestBuilder.create(opus6).maxTokens(200_000).user('Hello, Claude').build();
 * MessagesRequestBuilder.create(fast).maxTokens(1024).effort('low').user('Hello, Claude').build();
 * ```
 *
 * The result of `findModel()` is a definition too, as it is or spread with changes:
 *
 * ```ts
 * import { defineModel, findModel } from 'clust';
 *
 * const onVertex = defineModel({ ...findModel('claude-haiku-4-5'), id: 'claude-haiku-4-5@20251001' });
 * ```
 */
export function defineModel<const Definition extends AnyDefinition>(
  definition: Definable<Definition>,
): DefinedModel<Definition>;
export function defineModel(given: unknown): DefinedModel {
  const problems = definitionProblems(given);
  if (problems.length > 0) throw new ValidationError(problems);
  // Checked above.
  const definition = given as ModelDefinition;
  const { like, aliasOf: _, ...own } = { aliasOf: null, ...definition };
  const base = like === undefined ? unknownModel : findModel(like);
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  // Checked above: the base and the definition together set every key to a value of its type.
  const spec = {
    displayName: definition.id,
    ...base,
    ...(own.price !== undefined && ownPrices),
    aliasOf: null,
    ...said,
  } as ModelSpec;
  return Object.freeze({
    id: definition.id,
    definition: Object.freeze({ ...definition }),
    spec: Object.freeze(spec),
  });
}

import { ValidationError } from '../../errors/validation-error.js';
import { defineModel } from '../../models/define-model.js';
import type { DefinedModel, OwnDefinition } from '../../models/defined-model.js';
import { findModel } from '../../models/find-model.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import { traitsOf } from './traits-of.js';

/**
 * Creates a model for `MessagesRequestBuilder.create()` from the API's description.
 *
 * The API does not report some rules (sampling, prefill, forced tool choice and others). For these the rules of this
 * release apply if it knows the model; otherwise everything is accepted.
 *
 * @throws {ValidationError} If neither the API nor this release knows the model's output limit.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, toModel } from 'clust';
 *
 * const client = Client.fromEnv();
 * const model = toModel(await client.models.retrieve('claude-sonnet-5-5'));
 * const request = MessagesRequestBuilder.create(model).maxTokens(1024).user('Hello!').build();
 * ```
 */
export function toModel<const Info extends ModelInfo>(info: Info): DefinedModel<ModelOf<Info>>;
export function toModel(info: ModelInfo): DefinedModel<OwnDefinition> {
  const { id: _, aliasOf: __, ...known } = findModel(info.id) ?? { id: '', aliasOf: null };
  const said = traitsOf(info);
  const maxOutputTokens =
    said.maxOutputTokens ?? ('maxOutputTokens' in known ? known.maxOutputTokens : undefined);
  if (maxOutputTokens === undefined) {
    const message = `the API does not say how many tokens ${info.id} generates at most: use defineModel()`;
    throw new ValidationError([{ path: 'max_tokens', rule: 'define-model', message }]);
  }
  return defineModel<OwnDefinition>({ ...known, ...said, id: info.id, maxOutputTokens });
}

/**
 * The definition of a model that the API describes: its id, as far as the compiler knows it, and wide types for the
 * rest.
 */
export interface ModelOf<Info extends ModelInfo> extends OwnDefinition {
  readonly id: Info['id'];
}

import { ValidationError } from '../../errors/validation-error.js';
import { defineModel } from '../../models/define-model.js';
import type { DefinedModel, OwnDefinition } from '../../models/defined-model.js';
import { findModel } from '../../models/find-model.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import { traitsOf } from './traits-of.js';

/**
 * A model for `MessagesRequestBuilder.create()`, made from what the API says of it.
 *
 * What the API does not say (sampling, prefill, forced tool choice and others) is taken from this release where it
 * knows the model, and accepted where it does not.
 *
 * @throws {ValidationError} When neither the API nor this release says how many tokens the model generates at most.
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

/** The definition of a model that the API describes: its id, as far as the compiler knows it, and all else wide. */
export interface ModelOf<Info extends ModelInfo> extends OwnDefinition {
  readonly id: Info['id'];
}

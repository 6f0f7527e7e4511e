import { requestMetaOf } from '../../base/request-meta.js';
import type { DefinedModel } from '../defined-model.js';
import type { ModelSpec } from '../model-spec.js';

/** The model of `defineModel()` that a request was built for. A request for a model of the catalog has no prices. */
export function ownModel(request: unknown): DefinedModel | undefined {
  const { spec }: { readonly spec?: Partial<ModelSpec> } = Object(requestMetaOf(request));
  if (spec?.price === undefined) return undefined;
  // Only the definition of a model has prices, and it is complete.
  const whole = spec as ModelSpec;
  return { id: whole.id, definition: whole, spec: whole };
}

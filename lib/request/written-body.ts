import { isObject } from '../base/is-object.js';
import type { DefinedModel } from '../models/defined-model.js';
import { definitionOf, isMadeTool, type MadeTool } from './made-tool.js';

/** A request that was written as one object, split into the body to send and its metadata. */
export interface WrittenBody {
  /**
   * The body with the definitions of its tools and the id of its model. A value that is not an object is returned
   * unchanged.
   */
  readonly body: unknown;
  readonly tools: readonly MadeTool[];
  readonly models: readonly DefinedModel[];
}

/** Extracts the tools of clust, and a model from `defineModel()`, from a body. */
export function writtenBody(given: unknown): WrittenBody {
  const { tools: list, model }: Readonly<Record<string, unknown>> = Object(given);
  const tools = Array.isArray(list) ? list.filter(isMadeTool) : [];
  const models = isDefinedModel(model) ? [model] : [];
  if (tools.length + models.length === 0) return { body: given, tools, models };
  const body: Record<string, unknown> = { ...Object(given) };
  if (Array.isArray(list)) body.tools = list.map(definitionOf);
  for (const { id } of models) body.model = id;
  return { body, tools, models };
}

function isDefinedModel(model: unknown): model is DefinedModel {
  return isObject(model) && isObject(model.spec);
}

import { isObject } from '../base/is-object.js';
import type { DefinedModel } from '../models/defined-model.js';
import { isMadeTool, type MadeTool } from './made-tool.js';

/** A request as a program writes it, taken apart: what is sent, and what goes along with it. */
export interface WrittenBody {
  /** The same with the definitions of its tools and the id of its model; a value that is no object stays as it is. */
  readonly body: unknown;
  readonly tools: readonly MadeTool[];
  readonly models: readonly DefinedModel[];
}

/** Takes made tools and a model that `defineModel()` made out of a body. */
export function writtenBody(given: unknown): WrittenBody {
  const { tools, model }: Readonly<Record<string, unknown>> = isObject(given) ? given : {};
  const list: readonly unknown[] = Array.isArray(tools) ? tools : [];
  const made = list.filter(isMade);
  const models = isDefinedModel(model) ? [model] : [];
  const body = {
    ...(given as object),
    ...models.map(({ id }) => ({ model: id }))[0],
    ...(made.length > 0 && { tools: list.map((tool) => (isMade(tool) ? tool.definition : tool)) }),
  };
  // What writes itself by `toJSON` is left to do so.
  return { body: made.length + models.length > 0 ? body : given, tools: made, models };
}

function isMade(tool: unknown): tool is MadeTool {
  return isObject(tool) && isMadeTool(tool as unknown as MadeTool);
}

function isDefinedModel(model: unknown): model is DefinedModel {
  return isObject(model) && typeof model.id === 'string' && isObject(model.spec);
}

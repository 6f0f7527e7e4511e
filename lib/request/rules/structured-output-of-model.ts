import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Models before Claude 4.5 do not support structured outputs.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @fix Ask for JSON in the prompt, or choose a newer model.
 */
export const structuredOutputOfModel: Rule = {
  id: 'structured-output-of-model',
  check({ format, spec }, refuse) {
    if (format && spec?.structuredOutputs === false) refuse('output_config.format', sentence(spec.id));
  },
};

const sentence = <Id extends string>(id: Id) =>
  `${id} has no structured outputs: leave the output format out` as const;

/** Refuses an output format for a model that does not support it; `Output` is `never` if none is set. */
export type StructuredOutputOfModel<M, Output> = [Output] extends [never]
  ? never
  : EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'structuredOutputs', false>>>>;

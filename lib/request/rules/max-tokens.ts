import type { Model } from '../../models/model.js';
import { type MaxTokensRefusal, maxTokensRefusal } from '../../values/max-tokens.js';
import type { Rule } from './rule.js';

/**
 * `max_tokens` is a whole number up to the model's output limit.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#output-limits
 * @fix Use a smaller number or `MaxTokens.max(model)`, or choose a model with a higher limit.
 */
export const maxTokens: Rule = {
  id: 'max-tokens',
  check({ body, spec }, refuse) {
    if (body.max_tokens === undefined) return refuse('max_tokens', missing);
    const sentence = maxTokensRefusal(spec, body.max_tokens);
    if (sentence !== undefined) refuse('max_tokens', sentence);
  },
};

const missing = 'build() needs maxTokens()';

/** Refuses, when the request is built, that `max_tokens` is missing. */
export type MissingMaxTokens = typeof missing;

/** Refuses a literal `max_tokens` that the model does not accept, and a value for another model. */
export type MaxTokensOfModel<M, N> = number extends N
  ? 'a number that is known only at run time goes through MaxTokens.of(model, n)'
  : [M] extends [Model]
    ? N extends number
      ? MaxTokensRefusal<M, N>
      : never
    : never;

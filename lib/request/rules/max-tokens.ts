import type { Model } from '../../models/model.js';
import { type MaxTokensRefusal, maxTokensRefusal } from '../../values/max-tokens.js';
import type { Rule } from './rule.js';

/**
 * `max_tokens` is a whole number up to what the model generates at most.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#output-limits
 * @fix Ask for less, use `MaxTokens.max(model)`, or choose a model that generates more.
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

/** Refuses, once the request is built, that nobody has said how much. */
export type MissingMaxTokens = typeof missing;

/** Refuses a literal `max_tokens` that the model does not take, and a value that was made for another model. */
export type MaxTokensOfModel<M, N> = number extends N
  ? 'a number that is known only at run time goes through MaxTokens.of(model, n)'
  : [M] extends [Model]
    ? N extends number
      ? MaxTokensRefusal<M, N>
      : never
    : never;

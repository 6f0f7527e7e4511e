import { type TopKRefusal, topKRefusal } from '../../values/top-k.js';
import type { Rule } from './rule.js';

/**
 * `top_k` is a whole number from 0 on.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use a whole number, or leave it out.
 */
export const topKRange: Rule = {
  id: 'top-k-range',
  check({ body }, refuse) {
    const sentence = body.top_k === undefined ? undefined : topKRefusal(body.top_k);
    if (sentence !== undefined) refuse('top_k', sentence);
  },
};

/** Refuses a literal top_k that is not a whole number from 0 on. */
export type TopKRange<N> = N extends number ? TopKRefusal<N> : never;

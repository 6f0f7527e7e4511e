import { type TopKRefusal, topKRefusal } from '../../values/top-k.js';
import { range } from '../range.js';
import type { Rule } from './rule.js';

/**
 * `top_k` is a whole number, 0 or more.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use a whole number, or leave it out.
 */
export const topKRange: Rule = /* @__PURE__ */ range('top-k-range', 'top_k', topKRefusal);

/** Refuses a literal top_k that is not a whole number, 0 or more. */
export type TopKRange<N> = N extends number ? TopKRefusal<N> : never;

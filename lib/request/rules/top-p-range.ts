import { type TopPRefusal, topPRefusal } from '../../values/top-p.js';
import { range } from '../range.js';
import type { Rule } from './rule.js';

/**
 * `top_p` is between 0 and 1.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use a value from 0 to 1.
 */
export const topPRange: Rule = /* @__PURE__ */ range('top-p-range', 'top_p', topPRefusal);

/** Refuses a literal top_p that is out of range. */
export type TopPRange<N> = N extends number ? TopPRefusal<N> : never;

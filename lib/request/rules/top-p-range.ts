import { type TopPRefusal, topPRefusal } from '../../values/top-p.js';
import type { Rule } from './rule.js';

/**
 * `top_p` is between 0 and 1.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use a value from 0 to 1.
 */
export const topPRange: Rule = {
  id: 'top-p-range',
  check({ body }, refuse) {
    const sentence = body.top_p === undefined ? undefined : topPRefusal(body.top_p);
    if (sentence !== undefined) refuse('top_p', sentence);
  },
};

/** Refuses a literal top_p that is out of range. */
export type TopPRange<N> = N extends number ? TopPRefusal<N> : never;

import type { Rule } from './rules/rule.js';

/** A rule about one number, in the words of the value that is made of it. */
export const range = (
  id: string,
  field: 'temperature' | 'top_p' | 'top_k',
  refusal: (n: unknown) => string | undefined,
): Rule => ({
  id,
  check({ body: { [field]: n } }, refuse) {
    const sentence = n === undefined ? undefined : refusal(n);
    if (sentence !== undefined) refuse(field, sentence);
  },
});

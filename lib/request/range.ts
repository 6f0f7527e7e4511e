import type { Rule } from './rules/rule.js';

/** Creates the rule for one number, with the sentences of its value type. */
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

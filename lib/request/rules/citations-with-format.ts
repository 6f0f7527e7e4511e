import type { Rule } from './rule.js';

/**
 * Citations and an output format exclude each other, since JSON cannot contain citations.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @fix Turn off the citations of the documents, or ask for JSON in the prompt.
 */
export const citationsWithFormat: Rule = {
  id: 'citations-with-format',
  check({ format, parts }, refuse) {
    if (!format) return;
    for (const { block, path } of parts) {
      if (block.citations?.enabled === true) refuse(`${path}.citations`, sentence);
    }
  },
};

const sentence = 'citations do not go with an output format: turn one of them off';

/** Refuses an output format beside literal citations. */
export type CitationsWithFormat<Citations, Output> = [Citations] extends [never]
  ? never
  : [Output] extends [never]
    ? never
    : typeof sentence;

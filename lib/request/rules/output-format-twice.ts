import type { Rule } from './rule.js';

/**
 * The output format is given once: `output_format` is the former name of `output_config.format`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @fix Keep `output_config.format`.
 * @runtime The builder has no method for the old field.
 */
export const outputFormatTwice: Rule = {
  id: 'output-format-twice',
  check({ body }, refuse) {
    if (body.output_format && body.output_config?.format) refuse('output_format', sentence);
  },
};

const sentence = 'an output format is given once: keep output_config.format, remove output_format';

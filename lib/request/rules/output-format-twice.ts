import type { Rule } from './rule.js';

/**
 * The output format is given once: `output_format` is its old place.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @fix Keep `output_config.format`.
 * @runtime No step of the builder sets the old field.
 */
export const outputFormatTwice: Rule = {
  id: 'output-format-twice',
  check({ body }, refuse) {
    if (body.output_format && body.output_config?.format) refuse('output_format', sentence);
  },
};

const sentence = 'an output format is given once: keep output_config.format, remove output_format';

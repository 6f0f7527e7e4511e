import type { Rule } from './rule.js';

const largest = 32 * 1024 * 1024;

/**
 * A request has at most 32 MB.
 *
 * @source https://platform.claude.com/docs/en/api/errors#request-size-limits
 * @fix Upload large files with the Files API and send their ids.
 * @runtime The size of texts and files is known at run time.
 */
export const requestSize: Rule = {
  id: 'request-size',
  check({ parts, body }, refuse) {
    let size = 0;
    const weigh = (value: unknown) => {
      if (typeof value === 'string') size += value.length;
    };
    for (const { block } of parts)
      for (const value of [block.text, block.content, block.source?.data]) weigh(value);
    for (const { content } of body.messages ?? []) weigh(content);
    // A character takes at most three bytes, so only a request that may be too large is measured.
    if (size * 3 > largest) size = new TextEncoder().encode(JSON.stringify(body)).length;
    if (size > largest) refuse('messages', sentence(size));
  },
};

const sentence = (size: number) =>
  `a request has at most 32 MB, not ${Math.ceil(size / 1024 / 1024)}: upload files and send their ids`;

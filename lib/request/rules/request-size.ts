import { bodySize } from '../draft/body-size.js';
import type { Rule } from './rule.js';

const largest = 32 * 1024 * 1024;

/**
 * A request is at most 32 MB.
 *
 * @source https://platform.claude.com/docs/en/api/errors#request-size-limits
 * @fix Upload large files with the Files API and send their ids.
 * @runtime The size of texts and files is known at run time.
 */
export const requestSize: Rule = {
  id: 'request-size',
  check({ parts, body }, refuse) {
    const size = bodySize(body, parts, largest);
    if (size > largest) refuse('messages', sentence(size));
  },
};

const sentence = (size: number) =>
  `a request has at most 32 MB, not ${Math.ceil(size / 1024 / 1024)}: upload files and send their ids`;

import { stopSequenceRefusal } from '../../values/stop-sequence.js';
import type { Rule } from './rule.js';

/**
 * A stop sequence has a character that is not white space.
 *
 * @source https://platform.claude.com/docs/en/api/openai-sdk
 * @fix Remove the blank one; to stop at a blank line, stop at a mark that the prompt asks for.
 */
export const stopSequence: Rule = {
  id: 'stop-sequence',
  check({ body }, refuse) {
    body.stop_sequences?.forEach((text, index) => {
      const sentence = stopSequenceRefusal(text);
      if (sentence !== undefined) refuse(`stop_sequences.${index}`, sentence);
    });
  },
};

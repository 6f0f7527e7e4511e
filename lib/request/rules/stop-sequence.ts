import { stopSequenceRefusal } from '../../values/stop-sequence.js';
import type { Rule } from './rule.js';

/**
 * A stop sequence must contain a character that is not white space.
 *
 * @source https://platform.claude.com/docs/en/api/openai-sdk
 * @fix Remove the blank one; to stop at a blank line, ask in the prompt for a marker and stop at that.
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

import { describe, expect, test } from '@jest/globals';
import {
  StopSequence,
  type StopSequenceRefusal,
  stopSequenceRefusal,
} from '../../lib/values/stop-sequence.js';

/** A `string` of which the compiler knows no more. */
const plain = (text: string): string => text;

describe('StopSequence', () => {
  test.each(['</answer>', 'END', ' a ', '\n\nHuman:', '。'])('takes %j as it is', (text) => {
    expect(StopSequence.of(plain(text))).toBe(text);
    expect(StopSequence.safe(text)).toEqual({ ok: true, value: text });
  });

  const sentence: StopSequenceRefusal<''> = 'a stop sequence needs a character that is not white space';
  const mixed: StopSequenceRefusal<' \n\t\r\u00a0'> = sentence;

  test.each(['', ' ', '\n\n', ' \n\t\r\u00a0', '\u2003'])(
    'refuses %j, in the words of the compiler',
    (text) => {
      expect(stopSequenceRefusal(text)).toBe(mixed);
      expect(() => StopSequence.of(plain(text))).toThrow(`stop_sequences: ${sentence}`);
      const result = StopSequence.safe(text);
      expect(result.ok ? [] : result.error.problems).toEqual([
        { path: 'stop_sequences', rule: 'stop-sequence', message: sentence },
      ]);
    },
  );

  test('is checked by the compiler when it is a literal', () => {
    // @ts-expect-error: a stop sequence needs a character that is not white space
    expect(() => StopSequence.of('\n')).toThrow();
    // @ts-expect-error: the sentence of a refusal is no value that would be taken in its place
    const taken: Parameters<typeof StopSequence.of<''>>[0] = sentence;
    expect(taken).toBe(sentence);
  });

  test('lets a text pass that the compiler does not know, or knows to have a character', () => {
    type Refused<S extends string> = [StopSequenceRefusal<S>] extends [never] ? false : true;
    const refused: [Refused<string>, Refused<' a'>, Refused<`${string}:`>, Refused<StopSequence>] = [
      false,
      false,
      false,
      false,
    ];
    expect(refused).not.toContain(true);
  });

  test('refuses what is no text', () => {
    expect(stopSequenceRefusal(5)).toBe(sentence);
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  StopSequence,
  type StopSequenceRefusal,
  stopSequenceRefusal,
} from '../../lib/values/stop-sequence.js';

/** Widens a literal to `string`. */
const widen = (text: string): string => text;

describe('StopSequence', () => {
  test.each(['</answer>', 'END', ' a ', '\n\nHuman:', '。'])('accepts %j unchanged', (text) => {
    expect(StopSequence.of(widen(text))).toBe(text);
    expect(StopSequence.safe(text)).toEqual({ ok: true, value: text });
  });

  const sentence: StopSequenceRefusal<''> = 'a stop sequence needs a character that is not white space';
  const mixed: StopSequenceRefusal<' \n\t\r\u00a0'> = sentence;

  test.each(['', ' ', '\n\n', ' \n\t\r\u00a0', '\u2003'])(
    'refuses %j with the same sentence as the compiler',
    (text) => {
      expect(stopSequenceRefusal(text)).toBe(mixed);
      expect(() => StopSequence.of(widen(text))).toThrow(`stop_sequences: ${sentence}`);
      const result = StopSequence.safe(text);
      expect(result.ok ? [] : result.error.problems).toEqual([
        { path: 'stop_sequences', rule: 'stop-sequence', message: sentence },
      ]);
    },
  );

  test('is checked at compile time when it is a literal', () => {
    // @ts-expect-error: a stop sequence needs a character that is not white space
    expect(() => StopSequence.of('\n')).toThrow();
    // @ts-expect-error: the sentence itself is not an accepted value
    const taken: Parameters<typeof StopSequence.of<''>>[0] = sentence;
    expect(taken).toBe(sentence);
  });

  test('compiles for a string that is not a literal, or that contains a visible character', () => {
    type Refused<S extends string> = [StopSequenceRefusal<S>] extends [never] ? false : true;
    const refused: [Refused<string>, Refused<' a'>, Refused<`${string}:`>, Refused<StopSequence>] = [
      false,
      false,
      false,
      false,
    ];
    expect(refused).not.toContain(true);
  });

  test('refuses a number', () => {
    expect(stopSequenceRefusal(5)).toBe(sentence);
  });
});

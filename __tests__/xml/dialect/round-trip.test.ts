import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isXmlError } from '../../../lib/errors/guards.js';
import * as xml from '../../../lib/xml/index.js';
import * as arbitrary from '../support/arbitraries.js';
import { valueOrRefusal } from '../support/refusals.js';

// These tests read many texts, and the machine may be busy.
jest.setTimeout(60_000);

interface Case<Value = unknown> {
  readonly name: string;
  readonly codec: xml.XmlCodec<Value>;
  readonly values: fc.Arbitrary<Value>;
}

// Checks the types of one row, then drops them so that all rows fit in one table.
const row = <Value>(name: string, codec: xml.XmlCodec<Value>, values: fc.Arbitrary<Value>) =>
  ({ name, codec, values }) as Case;

const codecs: readonly Case[] = [
  row('Parameter', xml.Parameter, arbitrary.parameter),
  row('Parameters', xml.Parameters, arbitrary.parameters),
  row('ToolDescription', xml.ToolDescription, arbitrary.toolDescription),
  row('Tools', xml.Tools, arbitrary.tools),
  row('Invoke', xml.Invoke, arbitrary.invoke),
  row('FunctionCalls', xml.FunctionCalls, arbitrary.functionCalls),
  row('FunctionResult', xml.FunctionResult, arbitrary.functionResult),
  row('FunctionResults', xml.FunctionResults, arbitrary.functionResults),
  row('Vector', xml.Vector, arbitrary.vector),
];

describe('for any value', () => {
  test.each(codecs)('$name.parse() returns the value that serialize() wrote', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.parse(codec.serialize(value))).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  test.each(codecs)('$name.parse() ignores whitespace around the document', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.parse(`\ufeff\r\n ${codec.serialize(value)}\n\n`)).toEqual(value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('for a document cut off at any character', () => {
  test.each(codecs)('$name.parse() throws an XmlError with truncated set', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        const whole = codec.serialize(value);
        for (let end = 0; end < whole.length; end += 1) {
          const outcome = valueOrRefusal(() => codec.parse(whole.slice(0, end)));
          if (!(isXmlError(outcome) && outcome.truncated))
            throw new Error(`parse() accepted the first ${end} of ${whole.length} characters`);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('for any text', () => {
  test.each(codecs)('$name.parse() returns a value or throws an XmlError', ({ codec, values }) => {
    const texts = arbitrary.mutated(values.map((value) => codec.serialize(value)));
    fc.assert(
      fc.property(texts, (text) => {
        const outcome = valueOrRefusal(() => codec.parse(text));
        // A value that parse() returns can be serialized and parsed again.
        if (!isXmlError(outcome)) expect(codec.parse(codec.serialize(outcome))).toEqual(outcome);
      }),
      { numRuns: 500 },
    );
  });

  test('every codec returns a value or throws an XmlError for random strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { codec } of codecs) valueOrRefusal(() => codec.parse(text));
      }),
    );
  });
});

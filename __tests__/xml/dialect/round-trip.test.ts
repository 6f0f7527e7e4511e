import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isXmlError } from '../../../lib/errors/guards.js';
import * as xml from '../../../lib/xml/index.js';
import * as arbitrary from '../support/arbitraries.js';
import { valueOrRefusal } from '../support/refusals.js';

// Much is read here, on machines that do other things as well.
jest.setTimeout(60_000);

interface Case<Value = unknown> {
  readonly name: string;
  readonly codec: xml.XmlCodec<Value>;
  readonly values: fc.Arbitrary<Value>;
}

// Each row is checked for its own type, then all are run alike.
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

describe('whatever the value', () => {
  test.each(codecs)('$name reads what it wrote', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.parse(codec.serialize(value))).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  test.each(codecs)('$name takes white space around it', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.parse(`\ufeff\r\n ${codec.serialize(value)}\n\n`)).toEqual(value);
      }),
      { numRuns: 20 },
    );
  });
});

describe('wherever the text is cut', () => {
  test.each(codecs)('$name refuses it as truncated', ({ codec, values }) => {
    fc.assert(
      fc.property(values, (value) => {
        const whole = codec.serialize(value);
        for (let end = 0; end < whole.length; end += 1) {
          const outcome = valueOrRefusal(() => codec.parse(whole.slice(0, end)));
          if (!(isXmlError(outcome) && outcome.truncated))
            throw new Error(`${end} of ${whole.length} passed`);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('whatever the text', () => {
  test.each(codecs)('$name gives a value or an XmlError', ({ codec, values }) => {
    const texts = arbitrary.mutated(values.map((value) => codec.serialize(value)));
    fc.assert(
      fc.property(texts, (text) => {
        const outcome = valueOrRefusal(() => codec.parse(text));
        // What passes is a value as any other: it can be written, and read again.
        if (!isXmlError(outcome)) expect(codec.parse(codec.serialize(outcome))).toEqual(outcome);
      }),
      { numRuns: 500 },
    );
  });

  test('random strings give a value or an XmlError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { codec } of codecs) valueOrRefusal(() => codec.parse(text));
      }),
    );
  });
});

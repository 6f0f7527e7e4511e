import fc from 'fast-check';
import type {
  FunctionCalls,
  FunctionResult,
  FunctionResults,
  Invoke,
  Parameter,
  Parameters,
  ToolDescription,
  Tools,
  Vector,
} from '../../../lib/xml/index.js';

// Fragments that codecs often get wrong.
const traps = [
  '&lt;',
  '&amp;lt;',
  '&#60;',
  '&#x3c;',
  '&',
  ';',
  '<',
  '>',
  '</',
  ']]>',
  '<![CDATA[',
  '<b>',
  '\r',
  '\n',
];
const ordinary = [
  ' ',
  '\t',
  'a',
  'B',
  '7',
  '"',
  "'",
  '=',
  '/',
  '-',
  'é',
  '日',
  '😀',
  '\u0085',
  '\u2028',
  '\ufeff',
];

/** Any string of characters that XML allows. */
export const xmlText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...traps, ...ordinary), maxLength: 12 }),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removes the characters that XML does not allow
  fc.string({ unit: 'binary' }).map((text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')),
);

export const parameterName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '#',
    '@x',
    '$',
    '2fa',
    '-',
    'xmlns',
    'xml:lang',
    '{a}',
  ),
  fc.constantFrom('parameters', 'parameter', 'invoke', 'function_calls', 'name', '---', '#######'),
  fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/),
);

const parameterValue = fc.oneof(
  { weight: 4, arbitrary: xmlText },
  fc
    .tuple(xmlText, xmlText, fc.array(xmlText, { maxLength: 3 }))
    .map(([first, second, others]) => [first, second, ...others] as const),
);

export const parameter: fc.Arbitrary<Parameter> = fc.record({
  name: xmlText,
  type: xmlText,
  description: xmlText,
});

export const parameters: fc.Arbitrary<Parameters> = fc.record({
  parameter: fc.array(parameter, { maxLength: 4 }),
});

export const toolDescription: fc.Arbitrary<ToolDescription> = fc.record({
  tool_name: xmlText,
  description: xmlText,
  parameters,
});

export const tools: fc.Arbitrary<Tools> = fc.record({
  tool_description: fc.array(toolDescription, { maxLength: 3 }),
});

export const invoke: fc.Arbitrary<Invoke> = fc.record({
  tool_name: xmlText,
  parameters: fc
    .array(fc.tuple(parameterName, parameterValue), { maxLength: 5 })
    .map((entries) => Object.fromEntries(entries)),
});

export const functionCalls: fc.Arbitrary<FunctionCalls> = fc.record({
  invoke: fc.array(invoke, { minLength: 1, maxLength: 3 }),
});

export const functionResult: fc.Arbitrary<FunctionResult> = fc.oneof(
  fc.record({ tool_name: xmlText, stdout: xmlText }),
  fc.record({ tool_name: xmlText, error: xmlText }),
);

export const functionResults: fc.Arbitrary<FunctionResults> = fc.oneof(
  fc.record({ results: fc.array(functionResult, { maxLength: 4 }) }),
  fc.record({ error: xmlText }),
);

export const vector: fc.Arbitrary<Vector> = fc.record({ value: fc.array(xmlText, { maxLength: 4 }) });

/** Changes a text at one to three random places: deletes, replaces or inserts characters. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 7, 40),
    inserted: fc.oneof(
      fc.constantFrom(
        '',
        '<',
        '>',
        '/',
        '&',
        ';',
        '</',
        '/>',
        '<!--',
        '<![CDATA[',
        ']]>',
        '<?x?>',
        '<!DOCTYPE a>',
      ),
      fc.constantFrom(
        '<invoke>',
        '</invoke>',
        '<parameters>',
        '</function_calls>',
        '&#0;',
        '&#x110000;',
        ' a="b"',
      ),
      fc.constantFrom('\0', '\ud800', '\udc00', '\uffff'),
      // Insertions that usually leave the text valid.
      fc.constantFrom('', ' ', '\n', 'x', 'é😀', '&amp;', '&lt;', '&', '<b/>', '<b>x</b>', '<![CDATA[<]]>'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  });
  return fc.tuple(text, fc.array(change, { minLength: 1, maxLength: 3 })).map(([original, changes]) =>
    changes.reduce((now, { at, removed, inserted }) => {
      const cut = Math.floor(at * now.length);
      return now.slice(0, cut) + inserted + now.slice(cut + removed);
    }, original),
  );
}

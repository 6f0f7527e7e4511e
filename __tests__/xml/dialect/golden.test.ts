import { expect, test } from '@jest/globals';
import * as xml from '../../../lib/xml/index.js';
import { describeWithFixtures, haveFixtures, readFixtureJson } from '../../support/fixtures.js';

interface GoldenText {
  readonly type: keyof typeof codecs;
  readonly kind: string;
  readonly name?: string;
  readonly xml: string;
}

const codecs = {
  FunctionCalls: xml.FunctionCalls,
  FunctionResult: xml.FunctionResult,
  FunctionResults: xml.FunctionResults,
  Invoke: xml.Invoke,
  Parameter: xml.Parameter,
  Parameters: xml.Parameters,
  ToolDescription: xml.ToolDescription,
  Tools: xml.Tools,
  Vector: xml.Vector,
};

const texts = haveFixtures ? readFixtureJson<GoldenText[]>('xml/crate-golden.json') : [];

interface PublicText {
  readonly id: string;
  readonly text: string;
}

const publicTexts = haveFixtures ? readFixtureJson<PublicText[]>('xml/texts.json') : [];

function publicText(id: string): string {
  const found = publicTexts.find((text) => text.id === id);
  if (found === undefined) throw new Error(`no text ${id}`);
  return found.text;
}

describeWithFixtures('XML from the crate', () => {
  test.each(
    texts.map((text, index) => [`${text.type} ${text.name ?? 'as documented'} (${index})`, text] as const),
  )('%s is parsed and serialized to the same bytes', (_title, { type, xml: text }) => {
    // The compiler cannot tell that the codec reads what it writes, so the value is `unknown`.
    const codec = codecs[type] as xml.XmlCodec<unknown>;
    expect(codec.serialize(codec.parse(text))).toBe(text);
  });
});

describeWithFixtures('XML from public sources', () => {
  test('extractFunctionCalls reads a call of a model that the stop sequence ended', () => {
    const { invoke, prose } = xml.extractFunctionCalls(publicText('404085a162'), { stopped: true });

    expect(prose).toBe("Okay, let's break this down step-by-step:\n");
    expect(invoke).toEqual([
      {
        tool_name: 'calculator',
        parameters: { first_operand: '1984135', second_operand: '9343116', operator: '*' },
      },
    ]);
  });

  test('extractFunctionCalls reads a text with a call, its results and the final answer', () => {
    const { invoke, prose } = xml.extractFunctionCalls(publicText('e2abb6b2a6'));

    expect(invoke).toHaveLength(1);
    expect(prose).toContain('Therefore, 1,984,135 multiplied by 9,343,116 equals 18,538,003,464,660.');
  });

  test('FunctionResults keeps the line breaks around a result', () => {
    expect(xml.FunctionResults.parse(publicText('cf2e9bb1a1'))).toEqual({
      results: [{ tool_name: 'do_pairwise_arithmetic', stdout: '\n18538003464660\n' }],
    });
  });

  test('FunctionResults reads a <system> error that contains an element', () => {
    expect(xml.FunctionResults.parse(publicText('12a00a1cd8'))).toEqual({
      error: '\nMissing required parameters a for <tool_name>perform_addition</tool_name>.\n',
    });
  });

  test('Tools reads the tools of a prompt', () => {
    const prompt = publicText('c0e746e1be');
    const end = prompt.indexOf('</tools>') + '</tools>'.length;
    const { tool_description } = xml.Tools.parse(prompt.slice(prompt.indexOf('<tools>'), end));

    expect(tool_description).toMatchObject([
      { tool_name: 'get_weather', parameters: { parameter: [{ name: 'city', type: 'str' }] } },
    ]);
  });

  test('ToolDescription rejects an unknown element and names it', () => {
    expect(() => xml.ToolDescription.parse(publicText('e92d037ad2'))).toThrow(
      /expected <\/tool_description> .*found <important_usage_notes>/,
    );
  });
});

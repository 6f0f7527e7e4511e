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

describeWithFixtures('the texts of the crate', () => {
  test.each(
    texts.map((text, index) => [`${text.type} ${text.name ?? 'as documented'} (${index})`, text] as const),
  )('%s comes back byte for byte', (_title, { type, xml: text }) => {
    // The codec reads its own type, whichever of them it is.
    const codec = codecs[type] as xml.XmlCodec<unknown>;
    expect(codec.serialize(codec.parse(text))).toBe(text);
  });
});

describeWithFixtures('public texts of the format', () => {
  test('a call that a model wrote, cut at the stop sequence', () => {
    const { invoke, prose } = xml.extractFunctionCalls(publicText('404085a162'), { stopped: true });

    expect(prose).toBe("Okay, let's break this down step-by-step:\n");
    expect(invoke).toEqual([
      {
        tool_name: 'calculator',
        parameters: { first_operand: '1984135', second_operand: '9343116', operator: '*' },
      },
    ]);
  });

  test('a call, its results and the answer to them', () => {
    const { invoke, prose } = xml.extractFunctionCalls(publicText('e2abb6b2a6'));

    expect(invoke).toHaveLength(1);
    expect(prose).toContain('Therefore, 1,984,135 multiplied by 9,343,116 equals 18,538,003,464,660.');
  });

  test('results keep the line ends around them', () => {
    expect(xml.FunctionResults.parse(publicText('cf2e9bb1a1'))).toEqual({
      results: [{ tool_name: 'do_pairwise_arithmetic', stdout: '\n18538003464660\n' }],
    });
  });

  test('an error as the first prompts spelled it, with an element inside', () => {
    expect(xml.FunctionResults.parse(publicText('12a00a1cd8'))).toEqual({
      error: '\nMissing required parameters a for <tool_name>perform_addition</tool_name>.\n',
    });
  });

  test('tools of a prompt', () => {
    const prompt = publicText('c0e746e1be');
    const end = prompt.indexOf('</tools>') + '</tools>'.length;
    const { tool_description } = xml.Tools.parse(prompt.slice(prompt.indexOf('<tools>'), end));

    expect(tool_description).toMatchObject([
      { tool_name: 'get_weather', parameters: { parameter: [{ name: 'city', type: 'str' }] } },
    ]);
  });

  test('an element that the format does not know is refused by its name', () => {
    expect(() => xml.ToolDescription.parse(publicText('e92d037ad2'))).toThrow(
      /expected <\/tool_description> .*found <important_usage_notes>/,
    );
  });
});

import type { FixtureFileEntry } from '@copilotkit/aimock';

/** The answers of the embedded server. The first entry that matches the model or the last user message is used. */
export const answers: FixtureFileEntry[] = [
  {
    match: { model: 'claude-nonesuch' },
    response: { status: 404, error: { type: 'not_found_error', message: 'model: claude-nonesuch' } },
  },
  said('capital of France', 'The capital of France is Paris.'),
  said('And of Italy', 'The capital of Italy is Rome.'),
  said('Which of the two is older', 'Rome is older, by about five hundred years.'),
  said(
    'haiku about the sea',
    'Grey waves fold and rise,\nthe moon draws a slow curtain,\nsalt writes on the sand.',
  ),
  said('Whose flag is this', 'This is the flag of France: three vertical bands of blue, white and red.'),
  said(
    'stock price of General Motors',
    `I will look that up.
<function_calls>
<invoke>
<tool_name>get_current_stock_price</tool_name>
<parameters>
<symbol>GM</symbol>
</parameters>
</invoke>
</function_calls>`,
  ),
  said(
    'Do I need a coat in San Francisco',
    `Let me see how warm it is.
<function_calls>
<invoke>
<tool_name>get_weather</tool_name>
<parameters>
<location>San Francisco, CA</location>
</parameters>
</invoke>
</function_calls>`,
  ),
  said('<tool_name>get_weather</tool_name>', 'A light one: it is 15 degrees.'),
  gave('15 degrees in San Francisco', 'It is 15 degrees in San Francisco.'),
  calls('weather like in San Francisco', 'I will look.', {
    name: 'get_weather',
    inputs: [{ location: 'San Francisco, CA' }],
  }),
  gave('38.5', 'A share of General Motors is worth $38.50.'),
  calls('share of General Motors worth', 'I will look that up.', {
    name: 'get_current_stock_price',
    inputs: [{ symbol: 'GM' }],
  }),
  said(
    '<tool_name>get_current_stock_price</tool_name>',
    'The current stock price of General Motors is $38.50.',
  ),
  gave('"city":"Rome"', 'Rome is warmer: 24 degrees, against 15 in Paris.'),
  calls('warmer, Paris or Rome', 'I will look both up.', {
    name: 'get_weather',
    inputs: [{ city: 'Paris' }, { city: 'Rome' }],
  }),
  gave('packing list is saved', 'Your list is saved. Take the raincoat: it may be wet.'),
  calls('packing list for Bergen', 'I will write it down.', {
    name: 'save_list',
    inputs: [{ title: 'Bergen', items: ['raincoat', 'boots', 'a good book'] }],
  }),
  said('Who was the first programmer', '{"name":"Ada Lovelace","born":1815,"known_for":["Note G"]}'),
  gave('10:00 Choir', 'On Sunday you have choir at ten, and nothing else.'),
  calls('calendar on Sunday', 'I will look.', { name: 'list_events', inputs: [{ day: 'Sunday' }] }),
  gave('was not approved', 'I deleted draft.tmp. You did not want report.txt to go, so it stays.'),
  calls('Clean up my files', 'I will delete what looks old.', {
    name: 'delete_file',
    inputs: [{ path: 'draft.tmp' }, { path: 'report.txt' }],
  }),
];

/** Answers a user message that contains `question`. Tokens are estimated as four characters each. */
function said(question: string, content: string): FixtureFileEntry {
  const usage = { input_tokens: 12 + tokens(question), output_tokens: tokens(content) };
  return { match: { userMessage: question }, response: { content, usage } };
}

/** Answers a tool result that contains `part`. */
function gave(part: string, content: string): FixtureFileEntry {
  const usage = { input_tokens: 12 + tokens(part), output_tokens: tokens(content) };
  return { match: { toolResultContains: part }, response: { content, usage } };
}

/** Answers a user message that contains `question` with text, and calls a tool once for each input. */
function calls(
  question: string,
  content: string,
  { name, inputs }: { readonly name: string; readonly inputs: readonly object[] },
): FixtureFileEntry {
  const toolCalls = inputs.map((input) => ({ name, arguments: JSON.stringify(input) }));
  return { match: { userMessage: question, hasToolResult: false }, response: { content, toolCalls } };
}

function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}

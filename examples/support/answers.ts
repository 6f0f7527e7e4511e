import type { FixtureFileEntry } from '@copilotkit/aimock';

/** What the embedded server says to whom: the first entry that fits the model, or the last user message, answers. */
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
    '<tool_name>get_current_stock_price</tool_name>',
    'The current stock price of General Motors is $38.50.',
  ),
];

/** The answer to a message in which `question` occurs. A token is about four characters, give or take. */
function said(question: string, content: string): FixtureFileEntry {
  const usage = { input_tokens: 12 + tokens(question), output_tokens: tokens(content) };
  return { match: { userMessage: question }, response: { content, usage } };
}

function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}

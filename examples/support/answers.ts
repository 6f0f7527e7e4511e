import type { FixtureFileEntry } from '@copilotkit/aimock';

/** What the embedded server says to whom: the first entry whose text occurs in the last user message answers. */
export const answers: FixtureFileEntry[] = [
  {
    match: { userMessage: 'capital of France' },
    response: {
      content: 'The capital of France is Paris.',
      usage: { input_tokens: 21, output_tokens: 10 },
    },
  },
  {
    match: { userMessage: 'stock price of General Motors' },
    response: {
      content: `I will look that up.
<function_calls>
<invoke>
<tool_name>get_current_stock_price</tool_name>
<parameters>
<symbol>GM</symbol>
</parameters>
</invoke>
</function_calls>`,
      usage: { input_tokens: 310, output_tokens: 52 },
    },
  },
  {
    match: { userMessage: '<tool_name>get_current_stock_price</tool_name>' },
    response: {
      content: 'The current stock price of General Motors is $38.50.',
      usage: { input_tokens: 402, output_tokens: 17 },
    },
  },
];

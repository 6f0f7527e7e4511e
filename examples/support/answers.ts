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
];

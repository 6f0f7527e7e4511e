import type { cost } from '../../../lib/index.js';

/** A response whose price was calculated by hand. */
export interface WorkedExample {
  readonly name: string;
  readonly message: Parameters<typeof cost>[0];
  readonly total: number;
}

function of(model: string, usage: object, more: object = {}): WorkedExample['message'] {
  return { model, content: [], ...more, usage: { input_tokens: 0, output_tokens: 0, ...usage } };
}

const declined = (category: string) =>
  of(
    'claude-opus-5',
    {
      input_tokens: 4000,
      output_tokens: 700,
      iterations: [
        { type: 'message', model: 'claude-fable-5-2', input_tokens: 4000, output_tokens: 0 },
        { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 4000, output_tokens: 700 },
      ],
    },
    {
      content: [
        {
          type: 'fallback',
          from: { model: 'claude-fable-5-2' },
          to: { model: 'claude-opus-5' },
          trigger: { type: 'refusal', category },
        },
        { type: 'text', text: 'Here you are.' },
      ],
    },
  );

const haiku = (input_tokens: number) =>
  of('claude-haiku-5-5', { input_tokens, cache_read_input_tokens: 80_000, output_tokens: 1000 });

export const workedExamples: readonly WorkedExample[] = [
  {
    name: 'a plain response',
    message: of('claude-opus-5-5', { input_tokens: 1200, output_tokens: 350 }),
    total: 0.0118,
  },
  {
    name: 'cache writes for 5 minutes and 1 hour, and cache reads',
    message: of('claude-sonnet-5-5', {
      input_tokens: 50,
      cache_creation_input_tokens: 10_000,
      cache_creation: { ephemeral_5m_input_tokens: 8000, ephemeral_1h_input_tokens: 2000 },
      cache_read_input_tokens: 40_000,
      output_tokens: 600,
    }),
    total: 0.0381,
  },
  { name: 'a prompt at the long-prompt threshold', message: haiku(20_000), total: 0.0033 },
  { name: 'a prompt one token above the long-prompt threshold', message: haiku(20_001), total: 0.0165005 },
  {
    name: 'a batch',
    message: of('claude-fable-5-2', {
      service_tier: 'batch',
      input_tokens: 500,
      cache_creation_input_tokens: 10_000,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 10_000 },
      cache_read_input_tokens: 30_000,
      output_tokens: 2000,
    }),
    total: 0.125,
  },
  {
    name: 'fast speed in the US',
    message: of('claude-opus-5-5', {
      speed: 'fast',
      inference_geo: 'us',
      input_tokens: 3000,
      cache_read_input_tokens: 20_000,
      output_tokens: 1500,
    }),
    total: 0.1012,
  },
  {
    name: 'web searches',
    message: of('claude-sonnet-5', {
      input_tokens: 9500,
      output_tokens: 1100,
      server_tool_use: { web_search_requests: 3 },
    }),
    total: 0.06,
  },
  {
    name: 'a compaction and an advisor',
    message: of('claude-sonnet-5', {
      input_tokens: 2000,
      cache_read_input_tokens: 60_000,
      output_tokens: 300,
      iterations: [
        { type: 'message', input_tokens: 2000, cache_read_input_tokens: 60_000, output_tokens: 300 },
        { type: 'compaction', input_tokens: 160_000, output_tokens: 2500 },
        { type: 'advisor_message', model: 'claude-opus-5', input_tokens: 5000, output_tokens: 800 },
      ],
    }),
    total: 0.409,
  },
  { name: 'a fallback after a refusal that is billed', message: declined('bio'), total: 0.0695 },
  { name: 'a fallback after a refusal that is free', message: declined('cyber'), total: 0.0375 },
];

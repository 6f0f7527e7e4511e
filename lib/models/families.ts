import { advisors } from './advisors.js';
import { effortLevels } from './model-spec.js';

// What neighboring rows of the catalog share. A row is one of these, or spreads one and sets the differences. A spread
// of constants keeps every literal type, and the emitted declarations stay flat.

/** The Claude 3 models, without thinking. */
export const third = {
  maxOutputTokens: 4096,
  contextWindow: 200_000,
  sampling: 'accepted',
  thinking: [],
  interleavedThinking: false,
  effort: [],
  effortWithDisabled: null,
  effortWithBetweenTools: null,
  perMessageEffort: false,
  perMessageEffortWithDisabled: false,
  forcedToolChoice: true,
  prefill: true,
  // No source mentions either for the retired models.
  midConversationSystem: null,
  inferenceGeo: null,
  structuredOutputs: false,
  imageInput: true,
  pdfInput: null,
  computerUse: 'any',
  lacksTools: [],
  programmaticToolCalls: null,
  advisorModels: null,
  fallbackModels: null,
  compaction: false,
  taskBudget: false,
  fast: false,
} as const;

/** Claude 3.5: more output. */
export const threeFive = { ...third, maxOutputTokens: 8192 } as const;

/** The first models that think, with a budget: Opus 4 and 4.1. */
export const opus4 = {
  ...third,
  maxOutputTokens: 32_000,
  // No source lists `disabled` for these retired models. It means the same as leaving `thinking` out, so it is
  // accepted.
  thinking: ['enabled', 'disabled'],
  interleavedThinking: true,
  pdfInput: true,
} as const;

/** Claude 3.7 and Sonnet 4: like Opus 4, with more output. */
export const sonnet4 = { ...opus4, maxOutputTokens: 64_000 } as const;

/** Claude 4.5: accepts temperature or top_p, not both. */
export const fourFive = {
  ...sonnet4,
  sampling: 'one-of',
  midConversationSystem: false,
  structuredOutputs: true,
  lacksTools: ['web_search_20260209', 'web_fetch_20260209'],
  programmaticToolCalls: true,
  inferenceGeo: false,
} as const;

/** Claude 4.6: adds adaptive thinking, removes prefill. */
export const fourSix = {
  ...fourFive,
  maxOutputTokens: 128_000,
  contextWindow: 1_000_000,
  thinking: ['adaptive', 'enabled', 'disabled'],
  effort: ['low', 'medium', 'high', 'max'],
  prefill: false,
  lacksTools: [],
  advisorModels: advisors.ofSonnet46,
  compaction: true,
  inferenceGeo: true,
} as const;

/** Claude 4.7 to Sonnet 5: removes the thinking budget and the sampling parameters. */
export const fourSeven = {
  ...fourSix,
  sampling: 'rejected',
  thinking: ['adaptive', 'disabled'],
  interleavedThinking: false,
  effort: effortLevels,
  advisorModels: advisors.ofOpus48,
  taskBudget: true,
} as const;

/** Claude 5 and later: thinking is on unless the model allows `disabled` and the request sets it. */
export const fifth = {
  ...fourSeven,
  thinking: ['adaptive'],
  perMessageEffort: true,
  perMessageEffortWithDisabled: null,
  midConversationSystem: true,
  advisorModels: advisors.ofOpus5,
  fallbackModels: ['claude-opus-5', 'claude-opus-4-8'],
} as const;

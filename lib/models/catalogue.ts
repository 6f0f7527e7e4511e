import { advisors } from './advisors.js';
import { fifth, fourFive, fourSeven, fourSix, opus4, sonnet4, third, threeFive } from './families.js';
import type { ModelRules } from './model-spec.js';

// Models with more than one name.
const opus45 = { ...fourFive, effort: ['low', 'medium', 'high'] } as const;
const haiku45 = {
  ...fourFive,
  interleavedThinking: false,
  lacksTools: [...fourFive.lacksTools, 'code_execution_20260120'],
  programmaticToolCalls: false,
  advisorModels: advisors.ofSonnet46,
} as const;
const opus41 = { ...opus4, sampling: 'one-of', structuredOutputs: true } as const;
const sonnet37 = { ...sonnet4, interleavedThinking: false } as const;
const sonnet35 = { ...threeFive, pdfInput: true } as const;

// A Fable and its Mythos counterpart have the same rules.
const fable52 = {
  ...fifth,
  forcedToolChoice: false,
  computerUse: 'toolset',
  advisorModels: advisors.ofFable52,
  fast: 'ga',
} as const;
const fable51 = { ...fifth, forcedToolChoice: false, advisorModels: advisors.ofFable51 } as const;
const fable5 = { ...fifth, perMessageEffort: false } as const;

/**
 * Every Claude model since Claude 3, by id and by alias. Both the compiler and the run-time rules read it.
 *
 * As of 2026-11-28. Use `defineModel()` for a model that is not here.
 */
export const catalogue = {
  'claude-fable-5-2': fable52,
  'claude-mythos-5-2': fable52,
  'claude-haiku-5-5': {
    ...fifth,
    thinking: ['adaptive', 'disabled'],
    effortWithDisabled: 'high',
    perMessageEffortWithDisabled: false,
    computerUse: 'toolset',
    advisorModels: advisors.ofSonnet5,
    fallbackModels: [],
  },
  'claude-sonnet-5-5': {
    ...fifth,
    thinking: ['adaptive', 'between_tools'],
    effortWithBetweenTools: 'high',
    forcedToolChoice: false,
    computerUse: 'toolset',
    advisorModels: advisors.ofSonnet55,
    fallbackModels: ['claude-sonnet-5'],
  },
  'claude-opus-5-5': {
    ...fifth,
    forcedToolChoice: false,
    computerUse: 'toolset',
    fallbackModels: null,
    fast: 'ga',
  },
  'claude-fable-5-1': fable51,
  'claude-mythos-5-1': fable51,
  'claude-opus-5': {
    ...fifth,
    thinking: ['adaptive', 'disabled'],
    effortWithDisabled: 'high',
    fallbackModels: ['claude-opus-4-8'],
    fast: 'beta',
  },
  // The sources disagree on system messages.
  'claude-sonnet-5': {
    ...fourSeven,
    midConversationSystem: null,
    advisorModels: advisors.ofSonnet5,
    taskBudget: false,
  },
  'claude-fable-5': fable5,
  // It has no policy refusals, and no source says whether a list is accepted.
  'claude-mythos-5': { ...fable5, fallbackModels: null },
  'claude-opus-4-8': { ...fourSeven, midConversationSystem: true, fast: 'beta' },
  'claude-opus-4-7': fourSeven,
  'claude-mythos-preview': {
    ...fourSix,
    sampling: 'rejected',
    thinking: ['adaptive', 'enabled'],
    interleavedThinking: false,
    forcedToolChoice: false,
    midConversationSystem: null,
    programmaticToolCalls: null,
    advisorModels: null,
    inferenceGeo: null,
  },
  'claude-opus-4-6': {
    ...fourSix,
    interleavedThinking: false,
    advisorModels: advisors.ofOpus46,
    fast: 'ignored',
  },
  'claude-sonnet-4-6': fourSix,

  'claude-opus-4-5-20251101': opus45,
  'claude-opus-4-5': opus45,
  'claude-sonnet-4-5-20250929': fourFive,
  'claude-sonnet-4-5': fourFive,
  'claude-haiku-4-5-20251001': haiku45,
  'claude-haiku-4-5': haiku45,

  'claude-opus-4-1-20250805': opus41,
  'claude-opus-4-1': opus41,
  'claude-opus-4-20250514': opus4,
  'claude-opus-4-0': opus4,
  'claude-4-opus-20250514': opus4,
  'claude-sonnet-4-20250514': sonnet4,
  'claude-sonnet-4-0': sonnet4,
  'claude-4-sonnet-20250514': sonnet4,
  'claude-3-7-sonnet-20250219': sonnet37,
  'claude-3-7-sonnet-latest': sonnet37,
  'claude-3-5-haiku-20241022': threeFive,
  'claude-3-5-haiku-latest': threeFive,
  'claude-3-5-sonnet-20241022': sonnet35,
  'claude-3-5-sonnet-latest': sonnet35,
  'claude-3-5-sonnet-20240620': sonnet35,
  'claude-3-opus-20240229': third,
  'claude-3-opus-latest': third,
  'claude-3-sonnet-20240229': third,
  'claude-3-haiku-20240307': { ...third, pdfInput: true },
} as const satisfies Record<string, Omit<ModelRules, 'id'>>;

export type Catalogue = typeof catalogue;

/** The id or alias of a model that this release knows. */
export type ModelId = keyof Catalogue;

import {
  haiku35,
  haiku45,
  opus3,
  opus4,
  opus41,
  opus45,
  sonnet4,
  sonnet35,
  sonnet37,
  sonnet45,
} from './aliased-models.js';
import { active, deprecated, fable, fifth, fourSeven, fourSix, retired, third, usd } from './families.js';
import type { ModelSpec } from './model-spec.js';

// A Fable and its Mythos twin share their rules, dates and prices.
const fable52 = {
  ...fable,
  lifecycle: active('2026-11-09', '2027-11-09'),
  price: usd(8, 40),
  minCacheableTokens: null,
  forcedToolChoice: false,
  midConversationSystem: null,
  computerUse: 'toolset',
  taskBudget: null,
  fast: 'ga',
} as const;

const fable51 = {
  ...fable,
  lifecycle: active('2026-09-01', '2027-09-01'),
  price: usd(10, 50, 12.5, 20, 0.25),
  forcedToolChoice: false,
} as const;

const fable5 = {
  ...fable,
  lifecycle: active('2026-06-09', '2027-06-09'),
  price: usd(10, 50, 12.5, 20, 1),
  perMessageEffort: false,
} as const;

/**
 * Every Claude model from Claude 3 on, by id and by alias: what the compiler and the run-time rules both read.
 *
 * Facts as of 2026-11-22. A model that is not here goes through `defineModel()`.
 */
export const catalogue = {
  'claude-fable-5-2': { ...fable52, id: 'claude-fable-5-2', displayName: 'Claude Fable 5.2', line: 'fable' },
  'claude-mythos-5-2': {
    ...fable52,
    id: 'claude-mythos-5-2',
    displayName: 'Claude Mythos 5.2',
    line: 'mythos',
    perMessageEffort: null,
  },
  'claude-haiku-5-5': {
    ...fifth,
    id: 'claude-haiku-5-5',
    displayName: 'Claude Haiku 5.5',
    line: 'haiku',
    lifecycle: active('2026-10-07', '2027-10-07'),
    // Prompts up to 100,000 tokens; a longer one costs five times as much throughout.
    price: usd(0.1, 0.5, 0.125, 0.2, 0.01),
    thinking: ['adaptive', 'disabled'],
    defaultEffort: 'medium',
    effortWithDisabled: 'high',
    perMessageEffortWithDisabled: false,
    computerUse: 'toolset',
  },
  'claude-sonnet-5-5': {
    ...fifth,
    id: 'claude-sonnet-5-5',
    displayName: 'Claude Sonnet 5.5',
    line: 'sonnet',
    lifecycle: active('2026-09-28', '2027-09-28'),
    price: usd(2, 10, 2.5, 4, 0.1),
    thinking: ['adaptive', 'between_tools'],
    effortWithBetweenTools: 'high',
    forcedToolChoice: false,
    computerUse: 'toolset',
  },
  'claude-opus-5-5': {
    ...fifth,
    id: 'claude-opus-5-5',
    displayName: 'Claude Opus 5.5',
    line: 'opus',
    lifecycle: active('2026-09-22', '2027-09-22'),
    price: usd(4, 20, 5, 8, 0.2),
    defaultEffort: 'medium',
    forcedToolChoice: false,
    computerUse: 'toolset',
    fast: 'ga',
  },
  'claude-fable-5-1': { ...fable51, id: 'claude-fable-5-1', displayName: 'Claude Fable 5.1', line: 'fable' },
  'claude-mythos-5-1': {
    ...fable51,
    id: 'claude-mythos-5-1',
    displayName: 'Claude Mythos 5.1',
    line: 'mythos',
  },
  'claude-opus-5': {
    ...fifth,
    id: 'claude-opus-5',
    displayName: 'Claude Opus 5',
    line: 'opus',
    lifecycle: active('2026-07-24', '2027-07-24'),
    price: usd(5, 25, 6.25, 10, 0.5),
    thinking: ['adaptive', 'disabled'],
    effortWithDisabled: 'high',
    fast: 'beta',
  },
  'claude-sonnet-5': {
    ...fourSeven,
    id: 'claude-sonnet-5',
    displayName: 'Claude Sonnet 5',
    line: 'sonnet',
    lifecycle: active('2026-06-30', '2027-06-30'),
    price: usd(2, 10, 2.5, 4, 0.2),
    minCacheableTokens: 1024,
    thinkingDefault: 'adaptive',
    // The documentation of August 2026 says no, a client library of October 2026 says yes.
    midConversationSystem: null,
    taskBudget: false,
  },
  'claude-fable-5': { ...fable5, id: 'claude-fable-5', displayName: 'Claude Fable 5', line: 'fable' },
  'claude-mythos-5': { ...fable5, id: 'claude-mythos-5', displayName: 'Claude Mythos 5', line: 'mythos' },
  'claude-opus-4-8': {
    ...fourSeven,
    id: 'claude-opus-4-8',
    displayName: 'Claude Opus 4.8',
    line: 'opus',
    lifecycle: active('2026-05-28', '2027-05-28'),
    price: usd(5, 25, 6.25, 10, 0.5),
    minCacheableTokens: 1024,
    midConversationSystem: true,
    fast: 'beta',
  },
  'claude-opus-4-7': {
    ...fourSeven,
    id: 'claude-opus-4-7',
    displayName: 'Claude Opus 4.7',
    line: 'opus',
    lifecycle: active('2026-04-16', '2027-04-16'),
    price: usd(5, 25, 6.25, 10, 0.5),
    minCacheableTokens: 2048,
  },
  'claude-mythos-preview': {
    ...fourSix,
    id: 'claude-mythos-preview',
    displayName: 'Claude Mythos Preview',
    line: 'mythos',
    lifecycle: deprecated('2026-04-07', '2026-06-09', null),
    price: null,
    batchMaxOutputTokens: null,
    minCacheableTokens: 2048,
    sampling: 'rejected',
    thinking: ['adaptive', 'enabled'],
    thinkingDefault: 'adaptive',
    interleavedThinking: null,
    forcedToolChoice: false,
  },
  'claude-opus-4-6': {
    ...fourSix,
    id: 'claude-opus-4-6',
    displayName: 'Claude Opus 4.6',
    line: 'opus',
    lifecycle: active('2026-02-05', '2027-02-05'),
    price: usd(5, 25, 6.25, 10, 0.5),
    interleavedThinking: false,
  },
  'claude-sonnet-4-6': {
    ...fourSix,
    id: 'claude-sonnet-4-6',
    displayName: 'Claude Sonnet 4.6',
    line: 'sonnet',
    lifecycle: active('2026-02-17', '2027-02-17'),
    price: usd(3, 15, 3.75, 6, 0.3),
    minCacheableTokens: 1024,
  },

  'claude-opus-4-5-20251101': opus45,
  'claude-opus-4-5': { ...opus45, id: 'claude-opus-4-5', aliasOf: opus45.id },
  'claude-sonnet-4-5-20250929': sonnet45,
  'claude-sonnet-4-5': { ...sonnet45, id: 'claude-sonnet-4-5', aliasOf: sonnet45.id },
  'claude-haiku-4-5-20251001': haiku45,
  'claude-haiku-4-5': { ...haiku45, id: 'claude-haiku-4-5', aliasOf: haiku45.id },

  'claude-opus-4-1-20250805': opus41,
  'claude-opus-4-1': { ...opus41, id: 'claude-opus-4-1', aliasOf: opus41.id },
  'claude-opus-4-20250514': opus4,
  'claude-opus-4-0': { ...opus4, id: 'claude-opus-4-0', aliasOf: opus4.id },
  'claude-4-opus-20250514': { ...opus4, id: 'claude-4-opus-20250514', aliasOf: opus4.id },
  'claude-sonnet-4-20250514': sonnet4,
  'claude-sonnet-4-0': { ...sonnet4, id: 'claude-sonnet-4-0', aliasOf: sonnet4.id },
  'claude-4-sonnet-20250514': { ...sonnet4, id: 'claude-4-sonnet-20250514', aliasOf: sonnet4.id },
  'claude-3-7-sonnet-20250219': sonnet37,
  'claude-3-7-sonnet-latest': { ...sonnet37, id: 'claude-3-7-sonnet-latest', aliasOf: sonnet37.id },
  'claude-3-5-haiku-20241022': haiku35,
  'claude-3-5-haiku-latest': { ...haiku35, id: 'claude-3-5-haiku-latest', aliasOf: haiku35.id },
  'claude-3-5-sonnet-20241022': sonnet35,
  'claude-3-5-sonnet-latest': { ...sonnet35, id: 'claude-3-5-sonnet-latest', aliasOf: sonnet35.id },
  'claude-3-5-sonnet-20240620': {
    ...sonnet35,
    id: 'claude-3-5-sonnet-20240620',
    displayName: 'Claude Sonnet 3.5 (June 2024)',
    lifecycle: retired('2024-06-20', '2025-08-13', '2025-10-28'),
  },
  'claude-3-opus-20240229': opus3,
  'claude-3-opus-latest': { ...opus3, id: 'claude-3-opus-latest', aliasOf: opus3.id },
  'claude-3-sonnet-20240229': {
    ...third,
    id: 'claude-3-sonnet-20240229',
    displayName: 'Claude Sonnet 3',
    line: 'sonnet',
    lifecycle: retired('2024-03-04', '2025-01-21', '2025-07-21'),
    price: usd(3, 15),
  },
  'claude-3-haiku-20240307': {
    ...third,
    id: 'claude-3-haiku-20240307',
    displayName: 'Claude Haiku 3',
    line: 'haiku',
    lifecycle: retired('2024-03-13', '2026-02-19', '2026-04-20'),
    price: usd(0.25, 1.25, 0.3, null, 0.03),
    minCacheableTokens: 2048,
    pdfInput: true,
  },
} as const satisfies Record<string, ModelSpec>;

export type Catalogue = typeof catalogue;

/** The id or alias of a model that this release knows. */
export type ModelId = keyof Catalogue;

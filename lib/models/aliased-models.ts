import { active, deprecated, firstThinkers, fourFive, retired, third, usd } from './families.js';

// Models that answer to more than one name. Each name is a row of its own in the catalogue, which spreads one of
// these and differs in `id` and `aliasOf`.

export const opus45 = {
  ...fourFive,
  id: 'claude-opus-4-5-20251101',
  displayName: 'Claude Opus 4.5',
  line: 'opus',
  lifecycle: active('2025-11-24', '2026-11-24'),
  price: usd(5, 25, 6.25, 10, 0.5),
  effort: ['low', 'medium', 'high'],
  defaultEffort: 'high',
} as const;

export const sonnet45 = {
  ...fourFive,
  id: 'claude-sonnet-4-5-20250929',
  displayName: 'Claude Sonnet 4.5',
  line: 'sonnet',
  lifecycle: deprecated('2025-09-29', '2026-09-30', '2026-11-30'),
  price: usd(3, 15, 3.75, 6, 0.3),
  minCacheableTokens: 1024,
} as const;

export const haiku45 = {
  ...fourFive,
  id: 'claude-haiku-4-5-20251001',
  displayName: 'Claude Haiku 4.5',
  line: 'haiku',
  lifecycle: active('2025-10-15', '2026-10-15'),
  price: usd(1, 5, 1.25, 2, 0.1),
  interleavedThinking: false,
} as const;

export const opus41 = {
  ...firstThinkers,
  id: 'claude-opus-4-1-20250805',
  displayName: 'Claude Opus 4.1',
  line: 'opus',
  lifecycle: retired('2025-08-05', '2026-06-05', '2026-08-05'),
  price: usd(15, 75, 18.75, 30, 1.5),
  sampling: 'one-of',
  structuredOutputs: true,
} as const;

export const opus4 = {
  ...firstThinkers,
  id: 'claude-opus-4-20250514',
  displayName: 'Claude Opus 4',
  line: 'opus',
  lifecycle: retired('2025-05-22', '2026-04-14', '2026-06-15'),
  price: usd(15, 75, 18.75, 30, 1.5),
} as const;

export const sonnet4 = {
  ...firstThinkers,
  id: 'claude-sonnet-4-20250514',
  displayName: 'Claude Sonnet 4',
  line: 'sonnet',
  lifecycle: retired('2025-05-22', '2026-04-14', '2026-06-15'),
  price: usd(3, 15, 3.75, 6, 0.3),
  maxOutputTokens: 64_000,
} as const;

export const sonnet37 = {
  ...firstThinkers,
  id: 'claude-3-7-sonnet-20250219',
  displayName: 'Claude Sonnet 3.7',
  line: 'sonnet',
  lifecycle: retired('2025-02-24', '2025-10-28', '2026-02-19'),
  price: usd(3, 15, 3.75, null, 0.3),
  maxOutputTokens: 64_000,
} as const;

export const haiku35 = {
  ...third,
  id: 'claude-3-5-haiku-20241022',
  displayName: 'Claude Haiku 3.5',
  line: 'haiku',
  lifecycle: retired('2024-11-04', '2025-12-19', '2026-02-19'),
  price: usd(0.8, 4, 1, 1.6, 0.08),
  maxOutputTokens: 8192,
  minCacheableTokens: 2048,
} as const;

export const sonnet35 = {
  ...third,
  id: 'claude-3-5-sonnet-20241022',
  displayName: 'Claude Sonnet 3.5 (October 2024)',
  line: 'sonnet',
  lifecycle: retired('2024-10-22', '2025-08-13', '2025-10-28'),
  price: usd(3, 15, 3.75, null, 0.3),
  maxOutputTokens: 8192,
  pdfInput: true,
} as const;

export const opus3 = {
  ...third,
  id: 'claude-3-opus-20240229',
  displayName: 'Claude Opus 3',
  line: 'opus',
  lifecycle: retired('2024-02-29', '2025-06-30', '2026-01-05'),
  price: usd(15, 75, 18.75, null, 1.5),
} as const;

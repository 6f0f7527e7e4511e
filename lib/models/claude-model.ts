import type { ModelId } from './catalogue.js';

/**
 * The models that this release knows. Editors show the limits of each member, in tokens.
 *
 * A member is the id itself, so `ClaudeModel.Haiku4_5` and `'claude-haiku-4-5'` are the same value.
 *
 * @example
 * ```ts
 * import { ClaudeModel, MessagesRequestBuilder } from 'clust';
 *
 * MessagesRequestBuilder.create(ClaudeModel.Haiku4_5).maxTokens(64_000).user('Hello, Claude').build();
 * ```
 */
export const ClaudeModel = {
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-11-09.
   * $8 in, $40 out per million tokens; $16 in, $80 out at fast speed.
   */
  Fable5_2: 'claude-fable-5-2',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-11-09.
   * $8 in, $40 out per million tokens; $16 in, $80 out at fast speed.
   */
  Mythos5_2: 'claude-mythos-5-2',
  /**
   * 128K out, 1M context; thinking adaptive, disabled; not retired before 2027-10-07.
   * $0.1 in, $0.5 out per million tokens; $0.5 in, $2.5 out when the prompt has more than 100K.
   */
  Haiku5_5: 'claude-haiku-5-5',
  /**
   * 128K out, 1M context; thinking adaptive, between_tools; not retired before 2027-09-28.
   * $2 in, $10 out per million tokens.
   */
  Sonnet5_5: 'claude-sonnet-5-5',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-09-22.
   * $4 in, $20 out per million tokens; $8 in, $40 out at fast speed.
   */
  Opus5_5: 'claude-opus-5-5',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-09-01.
   * $10 in, $50 out per million tokens.
   */
  Fable5_1: 'claude-fable-5-1',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-09-01.
   * $10 in, $50 out per million tokens.
   */
  Mythos5_1: 'claude-mythos-5-1',
  /**
   * 128K out, 1M context; thinking adaptive, disabled; not retired before 2027-07-24.
   * $5 in, $25 out per million tokens; $10 in, $50 out at fast speed.
   */
  Opus5: 'claude-opus-5',
  /**
   * 128K out, 1M context; thinking adaptive, disabled; not retired before 2027-06-30.
   * $2 in, $10 out per million tokens.
   */
  Sonnet5: 'claude-sonnet-5',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-06-09.
   * $10 in, $50 out per million tokens.
   */
  Fable5: 'claude-fable-5',
  /**
   * 128K out, 1M context; thinking adaptive; not retired before 2027-06-09.
   * $10 in, $50 out per million tokens.
   */
  Mythos5: 'claude-mythos-5',
  /**
   * 128K out, 1M context; thinking adaptive, disabled; not retired before 2027-05-28.
   * $5 in, $25 out per million tokens; $10 in, $50 out at fast speed, until 2026-11-30.
   */
  Opus4_8: 'claude-opus-4-8',
  /**
   * 128K out, 1M context; thinking adaptive, disabled; not retired before 2027-04-16.
   * $5 in, $25 out per million tokens.
   */
  Opus4_7: 'claude-opus-4-7',
  /**
   * 128K out, 1M context; thinking adaptive, enabled.
   * @deprecated Deprecated on 2026-06-09; no retirement date is announced.
   */
  MythosPreview: 'claude-mythos-preview',
  /**
   * 128K out, 1M context; thinking adaptive, enabled, disabled; not retired before 2027-02-05.
   * $5 in, $25 out per million tokens.
   */
  Opus4_6: 'claude-opus-4-6',
  /**
   * 128K out, 1M context; thinking adaptive, enabled, disabled; not retired before 2027-02-17.
   * $3 in, $15 out per million tokens.
   */
  Sonnet4_6: 'claude-sonnet-4-6',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $5 in, $25 out per million tokens.
   * @deprecated Retires on 2027-01-22.
   */
  Opus4_5_20251101: 'claude-opus-4-5-20251101',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $5 in, $25 out per million tokens.
   * An alias of `claude-opus-4-5-20251101`.
   * @deprecated Retires on 2027-01-22.
   */
  Opus4_5: 'claude-opus-4-5',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * @deprecated Retires on 2026-11-30.
   */
  Sonnet4_5_20250929: 'claude-sonnet-4-5-20250929',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * An alias of `claude-sonnet-4-5-20250929`.
   * @deprecated Retires on 2026-11-30.
   */
  Sonnet4_5: 'claude-sonnet-4-5',
  /**
   * 64K out, 200K context; thinking enabled, disabled; not retired before 2026-10-15.
   * $1 in, $5 out per million tokens.
   */
  Haiku4_5_20251001: 'claude-haiku-4-5-20251001',
  /**
   * 64K out, 200K context; thinking enabled, disabled; not retired before 2026-10-15.
   * $1 in, $5 out per million tokens.
   * An alias of `claude-haiku-4-5-20251001`.
   */
  Haiku4_5: 'claude-haiku-4-5',
  /**
   * 32K out, 200K context; thinking enabled, disabled.
   * $15 in, $75 out per million tokens.
   * @deprecated Retired on 2026-08-05: every request to it fails.
   */
  Opus4_1_20250805: 'claude-opus-4-1-20250805',
  /**
   * 32K out, 200K context; thinking enabled, disabled.
   * $15 in, $75 out per million tokens.
   * An alias of `claude-opus-4-1-20250805`.
   * @deprecated Retired on 2026-08-05: every request to it fails.
   */
  Opus4_1: 'claude-opus-4-1',
  /**
   * 32K out, 200K context; thinking enabled, disabled.
   * $15 in, $75 out per million tokens.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Opus4_20250514: 'claude-opus-4-20250514',
  /**
   * 32K out, 200K context; thinking enabled, disabled.
   * $15 in, $75 out per million tokens.
   * An alias of `claude-opus-4-20250514`.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Opus4_0: 'claude-opus-4-0',
  /**
   * 32K out, 200K context; thinking enabled, disabled.
   * $15 in, $75 out per million tokens.
   * An alias of `claude-opus-4-20250514`.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Claude4Opus20250514: 'claude-4-opus-20250514',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Sonnet4_20250514: 'claude-sonnet-4-20250514',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * An alias of `claude-sonnet-4-20250514`.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Sonnet4_0: 'claude-sonnet-4-0',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * An alias of `claude-sonnet-4-20250514`.
   * @deprecated Retired on 2026-06-15: every request to it fails.
   */
  Claude4Sonnet20250514: 'claude-4-sonnet-20250514',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * @deprecated Retired on 2026-02-19: every request to it fails.
   */
  Sonnet3_7_20250219: 'claude-3-7-sonnet-20250219',
  /**
   * 64K out, 200K context; thinking enabled, disabled.
   * $3 in, $15 out per million tokens.
   * An alias of `claude-3-7-sonnet-20250219`.
   * @deprecated Retired on 2026-02-19: every request to it fails.
   */
  Sonnet3_7Latest: 'claude-3-7-sonnet-latest',
  /**
   * 8192 out, 200K context; no thinking.
   * $0.8 in, $4 out per million tokens.
   * @deprecated Retired on 2026-02-19: every request to it fails.
   */
  Haiku3_5_20241022: 'claude-3-5-haiku-20241022',
  /**
   * 8192 out, 200K context; no thinking.
   * $0.8 in, $4 out per million tokens.
   * An alias of `claude-3-5-haiku-20241022`.
   * @deprecated Retired on 2026-02-19: every request to it fails.
   */
  Haiku3_5Latest: 'claude-3-5-haiku-latest',
  /**
   * 8192 out, 200K context; no thinking.
   * $3 in, $15 out per million tokens.
   * @deprecated Retired on 2025-10-28: every request to it fails.
   */
  Sonnet3_5_20241022: 'claude-3-5-sonnet-20241022',
  /**
   * 8192 out, 200K context; no thinking.
   * $3 in, $15 out per million tokens.
   * An alias of `claude-3-5-sonnet-20241022`.
   * @deprecated Retired on 2025-10-28: every request to it fails.
   */
  Sonnet3_5Latest: 'claude-3-5-sonnet-latest',
  /**
   * 8192 out, 200K context; no thinking.
   * $3 in, $15 out per million tokens.
   * @deprecated Retired on 2025-10-28: every request to it fails.
   */
  Sonnet3_5_20240620: 'claude-3-5-sonnet-20240620',
  /**
   * 4096 out, 200K context; no thinking.
   * $15 in, $75 out per million tokens.
   * @deprecated Retired on 2026-01-05: every request to it fails.
   */
  Claude3Opus20240229: 'claude-3-opus-20240229',
  /**
   * 4096 out, 200K context; no thinking.
   * $15 in, $75 out per million tokens.
   * An alias of `claude-3-opus-20240229`.
   * @deprecated Retired on 2026-01-05: every request to it fails.
   */
  Claude3OpusLatest: 'claude-3-opus-latest',
  /**
   * 4096 out, 200K context; no thinking.
   * $3 in, $15 out per million tokens.
   * @deprecated Retired on 2025-07-21: every request to it fails.
   */
  Claude3Sonnet20240229: 'claude-3-sonnet-20240229',
  /**
   * 4096 out, 200K context; no thinking.
   * $0.25 in, $1.25 out per million tokens.
   * @deprecated Retired on 2026-04-20: every request to it fails.
   */
  Claude3Haiku20240307: 'claude-3-haiku-20240307',
} as const satisfies Record<string, ModelId>;

/** The id of a model that this release knows. */
export type ClaudeModel = (typeof ClaudeModel)[keyof typeof ClaudeModel];

import type { OutputConfig } from './output-config.js';
import type { Speed } from './speed.js';
import type { ThinkingConfig } from './thinking-config.js';

/** A model to try when the one before refuses; a field left out is the request's own. */
export interface Fallback {
  readonly model: string;
  readonly max_tokens?: number | null | undefined;
  readonly thinking?: ThinkingConfig | null | undefined;
  readonly output_config?: OutputConfig | null | undefined;
  readonly speed?: Speed | null | undefined;
}

/** Beta `server-side-fallback-2026-07-01`. */
export type Fallbacks = readonly Fallback[] | 'default';

/** The credit that a refusal came with. Beta `fallback-credit-2026-07-01`. */
export interface FallbackCreditToken {
  readonly token: string;
  readonly mode?: 'strict' | 'best_effort' | undefined;
}

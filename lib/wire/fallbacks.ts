import type { OutputConfig } from './output-config.js';
import type { Speed } from './speed.js';
import type { ThinkingConfig } from './thinking-config.js';

/** A model to try if the one before refuses. Fields that are left out are those of the request. */
export interface Fallback {
  readonly model: string;
  readonly max_tokens?: number | null | undefined;
  readonly thinking?: ThinkingConfig | null | undefined;
  readonly output_config?: OutputConfig | null | undefined;
  readonly speed?: Speed | null | undefined;
}

/** Beta `server-side-fallback-2026-07-01`. */
export type Fallbacks = readonly Fallback[] | 'default';

/** The credit of a refusal. Beta `fallback-credit-2026-07-01`. */
export interface FallbackCreditToken {
  readonly token: string;
  readonly mode?: 'strict' | 'best_effort' | undefined;
}

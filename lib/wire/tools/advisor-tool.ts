import type { CacheControl } from '../cache-control.js';
import type { ToolFields } from './tool-fields.js';

/** Another model that the model may ask for advice. Beta `advisor-tool-2026-03-01`. */
export interface AdvisorTool extends ToolFields {
  readonly type: 'advisor_20260301';
  readonly name: 'advisor';
  readonly model: string;
  readonly max_tokens?: number | null | undefined;
  readonly max_uses?: number | null | undefined;
  /** Caches the advisor's own prompt. */
  readonly caching?: CacheControl | null | undefined;
}

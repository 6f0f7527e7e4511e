/** One of the two models of a fallback. */
export interface FallbackBlockModel {
  readonly model: string;
}

/** Marks where another model took over. Send it back in the same place. Beta `server-side-fallback-2026-07-01`. */
export interface FallbackBlock {
  readonly type: 'fallback';
  readonly from: FallbackBlockModel;
  readonly to: FallbackBlockModel;
  /** Why, such as `{type: 'refusal', category: 'cyber'}`. */
  readonly trigger?: unknown;
}

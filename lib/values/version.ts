/**
 * The versions of the API, sent as `anthropic-version`. A client speaks `2026-10-21` unless told otherwise.
 *
 * - `2023-01-01`: the first version.
 * - `2023-06-01`: named events in streams; takes `temperature`, `top_p` and `top_k` where the model does.
 * - `2026-10-21`: refuses `temperature`, `top_p` and `top_k` for every model, `document` blocks in an assistant
 *   message, and `citations` on a text block of the user.
 *
 * @example
 * ```ts
 * import { ApiKey, ClientBuilder, Version } from 'clust';
 *
 * const client = ClientBuilder.create().apiKey(ApiKey.of('sk-ant-…')).version(Version.V2023_06_01).build();
 * ```
 */
export const Version = {
  V2023_01_01: '2023-01-01',
  V2023_06_01: '2023-06-01',
  V2026_10_21: '2026-10-21',
} as const;

export type Version = (typeof Version)[keyof typeof Version];

/** The version that a client speaks unless told otherwise. */
export const defaultVersion = Version.V2026_10_21;

/** Its type: a declaration names this where the constant is not exported. */
export type DefaultVersion = typeof defaultVersion;

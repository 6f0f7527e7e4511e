/**
 * The versions of the API, sent as `anthropic-version`. A client uses `2026-10-21` by default.
 *
 * - `2023-01-01`: the first version.
 * - `2023-06-01`: named events in streams; accepts `temperature`, `top_p` and `top_k` if the model does.
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

/** The version that a client uses by default. */
export const defaultVersion = Version.V2026_10_21;

/** The type of `defaultVersion`, for declarations that cannot name the constant. */
export type DefaultVersion = typeof defaultVersion;

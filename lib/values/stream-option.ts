/**
 * Whether the answer comes whole or as it is written: the names that the Rust crate gives to `stream: true` and
 * `stream: false`.
 *
 * @example
 * ```ts
 * import { ClaudeModel, MessagesRequestBuilder, StreamOption } from 'clust';
 *
 * MessagesRequestBuilder.create(ClaudeModel.Opus5_5)
 *   .maxTokens(1024)
 *   .user('Hello, Claude')
 *   .stream(StreamOption.ReturnStream)
 *   .build();
 * ```
 */
export const StreamOption = {
  /** The answer comes as events, while it is written: for `createMessageStream`. */
  ReturnStream: true,
  /** The answer comes whole: for `createMessage`. */
  ReturnOnce: false,
} as const;

export type StreamOption = (typeof StreamOption)[keyof typeof StreamOption];

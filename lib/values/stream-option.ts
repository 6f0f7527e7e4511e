/**
 * Whether the answer arrives complete or as a stream: the Rust crate's names for `stream: true` and `stream: false`.
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
  /** The answer is streamed: for `createMessageStream`. */
  ReturnStream: true,
  /** The answer arrives complete: for `createMessage`. */
  ReturnOnce: false,
} as const;

export type StreamOption = (typeof StreamOption)[keyof typeof StreamOption];

import type { MessageResponse } from '../../content/message-response.js';
import type { FallbackOptions } from '../../request/fallback-options.js';
import { withMetaOf } from '../../request/request-meta.js';
import type { MessageStream } from '../../stream/message-stream.js';
import type { CallOptions } from '../../transport/call.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { ToolRunClient } from '../tool-run.js';

/** A requested answer. */
export interface Asked {
  /** `undefined` when the answer is not streamed. */
  readonly stream: MessageStream | undefined;
  message(): Promise<MessageResponse>;
}

/** Requests one answer. A streamed one is requested when it is first read. */
export function ask(
  client: ToolRunClient,
  request: MessagesRequestBody,
  { stream: isStreamedByOption, signal, timeout, retry, headers, betas, fallback, on }: AskOptions,
): Asked {
  const isStreamed = isStreamedByOption ?? request.stream ?? false;
  const options = { signal, timeout, retry, headers, betas, fallback, on };
  const { stream: asked, ...fields } = request;
  if (!isStreamed) {
    // `stream: false` also disables the internal streaming of long answers. Without it, the client decides.
    const isExplicit = asked === false || isStreamedByOption === false;
    const body = isExplicit ? { ...fields, stream: false as const } : fields;
    const message = client.createMessage(withMetaOf(request, body), options);
    return { stream: undefined, message: () => message };
  }
  const stream = client.createMessageStream(withMetaOf(request, fields), options);
  return { stream, message: () => stream.finalMessage() };
}

interface AskOptions extends CallOptions, FallbackOptions {
  readonly stream?: boolean | undefined;
}

import type { MessageResponse } from '../../content/message-response.js';
import { metaOf, withMeta } from '../../request/request-meta.js';
import type { MessageStream } from '../../stream/message-stream.js';
import type { CallOptions } from '../../transport/call.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { ToolRunClient } from '../tool-run.js';

/** An answer that was asked for. */
export interface Asked {
  /** There when it is streamed. */
  readonly stream: MessageStream | undefined;
  message(): Promise<MessageResponse>;
}

/** Asks for one answer: streamed, it is not sent for before it is read. */
export function ask(
  client: ToolRunClient,
  request: MessagesRequestBody,
  { stream: isStreamed = request.stream ?? false, signal, timeout, retry, headers, betas }: AskOptions,
): Asked {
  const options = { signal, timeout, retry, headers, betas };
  const { stream: _, ...fields } = request;
  const body = withMeta(fields, metaOf(request));
  if (!isStreamed) {
    const message = client.createMessage(body, options);
    return { stream: undefined, message: () => message };
  }
  const stream = client.createMessageStream(body, options);
  return { stream, message: () => stream.finalMessage() };
}

interface AskOptions extends CallOptions {
  readonly stream?: boolean | undefined;
}

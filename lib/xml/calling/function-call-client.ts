import type { MessagesRequest } from '../../request/messages-request.js';
import type { MessageBody } from '../../wire/message-body.js';

/** An answer, as far as calls are looked for in it. */
export type AnswerMessage = Pick<MessageBody, 'content' | 'stop_reason' | 'stop_sequence'> & {
  readonly text: string;
};

export interface FunctionCallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What of a client is needed to converse: a `Client`, or what stands in for one. */
export interface FunctionCallClient<Message extends AnswerMessage> {
  createMessage(request: MessagesRequest, options?: FunctionCallOptions): Promise<Message>;
  createMessageStream(
    request: MessagesRequest,
    options?: FunctionCallOptions,
  ): {
    textStream(): AsyncIterable<string>;
    finalMessage(): Promise<Message>;
  };
}

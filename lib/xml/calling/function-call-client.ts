import type { MessagesRequest } from '../../request/messages-request.js';
import type { MessageBody } from '../../wire/message-body.js';

/** The fields of an answer in which calls are found. */
export type AnswerMessage = Pick<MessageBody, 'content' | 'stop_reason' | 'stop_sequence'> & {
  readonly text: string;
};

export interface FunctionCallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The method of a client that is needed: a `Client`, or a replacement. */
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

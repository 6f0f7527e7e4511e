import type { MessageResponse } from '../../content/message-response.js';
import type { MessagesRequest } from '../../request/messages-request.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { ToolRun, ToolRunStatus } from '../tool-run.js';
import type { UnfinishedRun } from '../unfinished-run.js';
import { sumUsage } from './sum-usage.js';
import { unforced, withAnswer, withTurn } from './tool-conversation.js';

/** A run on its way: the conversation as far as it has come, and what it has cost. */
export class RunInProgress {
  #request: MessagesRequestBody;
  #message: MessageResponse<MessagesRequest> | undefined;
  #usage: Usage | undefined;
  #turns = 0;

  constructor(request: MessagesRequestBody) {
    this.#request = request;
  }

  /** What is asked next. */
  get request(): MessagesRequestBody {
    return this.#request;
  }

  get soFar(): UnfinishedRun {
    return Object.freeze({
      message: this.#message,
      usage: this.#usage,
      turns: this.#turns,
      messages: this.#request.messages,
      request: this.#request,
    });
  }

  /** An answer that came whole. One that was cut off or refused is no part of the conversation. */
  answered(message: MessageResponse): void {
    if (this.#message === message) return;
    // The request is what the answer is typed by, and nothing here looks at it.
    this.#message = message as MessageResponse<MessagesRequest>;
    this.#usage = sumUsage(this.#usage, message.usage);
    this.#turns += 1;
    if (!isLost(message)) this.#request = withAnswer(this.#request, message);
  }

  /** The results of the calls at the end of the conversation. */
  called(content: readonly ToolResultBlockParam[]): void {
    this.#request = unforced(withTurn(this.#request, { role: 'user', content }));
  }

  /** What comes of it when it ends with this answer. */
  ended(status: ToolRunStatus, message: MessageResponse): ToolRun {
    return Object.freeze({ ...this.soFar, status, message, usage: this.#usage ?? message.usage });
  }
}

/** Whether an answer is not whole: nothing can go on from it. */
function isLost({ stop_reason: reason, truncated }: MessageResponse): boolean {
  return truncated || reason === 'refusal';
}

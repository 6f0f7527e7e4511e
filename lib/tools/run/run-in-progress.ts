import type { MessageResponse } from '../../content/message-response.js';
import type { MessagesRequest } from '../../request/messages-request.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { ToolRun, ToolRunStatus } from '../tool-run.js';
import type { UnfinishedRun } from '../unfinished-run.js';
import { sumUsage } from './sum-usage.js';
import { lastCalls, unforced, withAnswer, withoutLastResults, withTurn } from './tool-conversation.js';

/** A run on its way: the conversation as far as it has come, and what it has cost. */
export class RunInProgress {
  #request: MessagesRequestBody;
  #message: MessageResponse<MessagesRequest> | undefined;
  #usage: Usage | undefined;
  #turns = 0;
  /** The results of calls of the last answer, by the ids of the calls; not all of them are there yet. */
  readonly #results = new Map<string, ToolResultBlockParam>();

  /** A run that was ended between two calls goes on with the results of those that were made. */
  constructor(request: MessagesRequestBody) {
    const [before, results] = withoutLastResults(request);
    const made = new Set(results.map((result) => result.tool_use_id));
    const isBetweenCalls = lastCalls(before).some(({ id }) => !made.has(id));
    this.#request = isBetweenCalls ? before : request;
    if (isBetweenCalls) for (const result of results) this.made(result);
  }

  /** What is asked next. */
  get request(): MessagesRequestBody {
    return this.#request;
  }

  /** The calls at the end of the conversation that have no result yet. */
  get waiting(): readonly ToolUseBlock[] {
    return lastCalls(this.#request).filter(({ id }) => !this.#results.has(id));
  }

  get soFar(): UnfinishedRun {
    const request = this.#withResults();
    const { messages } = request;
    return Object.freeze({
      message: this.#message,
      usage: this.#usage,
      turns: this.#turns,
      messages,
      request,
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

  /** A call of the last answer was made. */
  made(result: ToolResultBlockParam): void {
    this.#results.set(result.tool_use_id, result);
  }

  /** All calls of the last answer were made. */
  called(): void {
    this.#request = unforced(this.#withResults());
    this.#results.clear();
  }

  /** What comes of it when it ends with this answer. */
  ended(status: ToolRunStatus, message: MessageResponse): ToolRun {
    return Object.freeze({ ...this.soFar, status, message, usage: this.#usage ?? message.usage });
  }

  /** In the order of the calls. */
  #withResults(): MessagesRequestBody {
    const content = lastCalls(this.#request).flatMap(({ id }) => this.#results.get(id) ?? []);
    return content.length > 0 ? withTurn(this.#request, { role: 'user', content }) : this.#request;
  }
}

/** Whether an answer is not whole: nothing can go on from it. */
function isLost({ stop_reason: reason, truncated }: MessageResponse): boolean {
  return truncated || reason === 'refusal';
}

import type { MessageResponse } from '../../content/message-response.js';
import { sumUsage } from '../../content/sum-usage.js';
import type { MessagesRequest } from '../../request/messages-request.js';
import { hasMeta } from '../../request/request-meta.js';
import type { ParseOptions } from '../../request/seal-written.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { ToolRun, ToolRunStatus } from '../tool-run.js';
import type { UnfinishedRun } from '../unfinished-run.js';
import {
  lastCalls,
  withAnswer,
  withoutForcedChoice,
  withoutLastResults,
  withTurn,
} from './tool-conversation.js';

/** A run in progress: its conversation and its usage so far. */
export class RunInProgress {
  #request: MessagesRequestBody;
  #message: MessageResponse<MessagesRequest> | undefined;
  #usage: Usage | undefined;
  #turns = 0;
  /** The results of the last answer's calls so far, by the id of the call. */
  readonly #results = new Map<string, ToolResultBlockParam>();

  /**
   * The request may continue a run that failed between two calls. Its last turn then contains the results of some
   * calls.
   */
  constructor(request: MessagesRequestBody) {
    const [before, results] = withoutLastResults(request);
    const done = new Set(results.map((result) => result.tool_use_id));
    const isBetweenCalls = lastCalls(before).some(({ id }) => !done.has(id));
    this.#request = isBetweenCalls ? before : request;
    if (isBetweenCalls) for (const result of results) this.addResult(result);
  }

  /** The next request to send. */
  get request(): MessagesRequestBody {
    return this.#request;
  }

  /**
   * Checks a request that was written by hand, once. From then on it counts as built.
   *
   * @throws {ValidationError} With every problem.
   */
  async seal(options: ParseOptions): Promise<void> {
    if (hasMeta(this.#request)) return;
    const { sealWritten } = await import('../../request/seal-written.js');
    this.#request = sealWritten(this.#request, options);
  }

  /** The calls at the end of the conversation that have no result yet. */
  get openCalls(): readonly ToolUseBlock[] {
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

  /** Adds an answer. An answer that was cut off or refused does not become part of the conversation. */
  addAnswer(message: MessageResponse): void {
    if (this.#message === message) return;
    // The type parameter, the type of the request, does not matter here.
    this.#message = message as MessageResponse<MessagesRequest>;
    this.#usage = sumUsage(this.#usage, message.usage);
    this.#turns += 1;
    if (!message.truncated && message.stop_reason !== 'refusal')
      this.#request = withAnswer(this.#request, message);
  }

  /** Adds the result of a call of the last answer. */
  addResult(result: ToolResultBlockParam): void {
    this.#results.set(result.tool_use_id, result);
  }

  /** Ends a turn: all calls of the last answer have their results. */
  endTurn(): void {
    this.#request = withoutForcedChoice(this.#withResults());
    this.#results.clear();
  }

  /** The outcome of the run when it ends with this answer. */
  outcome(status: ToolRunStatus, message: MessageResponse): ToolRun {
    return Object.freeze({ ...this.soFar, status, message, usage: this.#usage ?? message.usage });
  }

  /** In the order of the calls. */
  #withResults(): MessagesRequestBody {
    const content = lastCalls(this.#request).flatMap(({ id }) => this.#results.get(id) ?? []);
    return content.length > 0 ? withTurn(this.#request, { role: 'user', content }) : this.#request;
  }
}

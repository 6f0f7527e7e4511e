import type { MessageResponse } from '../content/message-response.js';
import { readOutputOf } from '../content/read-output.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import { rulesOf } from '../models/lookup.js';
import { draftProblems } from '../request/draft-problems.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessagesRequestBuilder } from '../request/messages-request-builder.js';
import { metaOf, withMeta } from '../request/request-meta.js';
import type { EventFeed } from '../stream/event-feed.js';
import { MessageStream } from '../stream/message-stream.js';
import { loadRunner } from '../tools/runner.js';
import type { RunToolsOptions, ToolRun } from '../tools/tool-run.js';
import { ToolTurns } from '../tools/tool-turns.js';
import type { CallOptions } from '../transport/call.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { TurnContent } from './conversation.js';
import { savedThread } from './saved-thread.js';
import { keptBetas, keptField, keptModel, type SavedThread, threadFields } from './thread.js';
import type { ThreadSender } from './thread-sender.js';

/** How often in a row a paused answer is resumed. */
const MAX_PAUSES = 10;

/** The options of any kind of request. JavaScript callers may pass others. */
export interface AnyOptions extends Omit<CallOptions, 'betas'> {
  readonly set?: object | undefined;
  readonly betas?: unknown;
  readonly fallback?: unknown;
}

/** An answer that is being streamed. */
export interface OpenTurn {
  readonly feed: EventFeed;
  /** Reads the structured output. */
  read(message: MessageResponse): unknown;
  /** Called when the stream has ended, with its message or without one. */
  end(message?: MessageResponse): void;
}

/** The refusal of a second request while the first has no answer yet. */
const BUSY = 'the thread is waiting for an answer: send the next request after it, or fork() the thread';

/** The implementation of a thread: the conversation so far, and the sender of its requests. */
export class OpenThread {
  /** The preset, without turns. */
  readonly #builder: MessagesRequestBuilder;
  readonly #sender: ThreadSender;
  #messages: readonly MessageParam[];
  #isBusy = false;

  constructor(builder: MessagesRequestBuilder, sender: ThreadSender) {
    this.#builder = builder;
    this.#sender = sender;
    this.#messages = builder.toJSON().messages ?? [];
  }

  fork(): OpenThread {
    return new OpenThread(this.#builder.messages(this.#messages), this.#sender.fork());
  }

  toJSON(): SavedThread {
    return savedThread(this.#builder.messages(this.#messages), this.#sender.place);
  }

  async send(content: TurnContent | undefined, options: AnyOptions = {}): Promise<MessageResponse> {
    const asked = this.#with(content, options);
    return this.#alone(async () => {
      let messages = asked;
      for (let pauses = 0; ; pauses++) {
        const message = await this.#sender.message(this.#request(messages, options), callOptions(options));
        messages = withAnswer(messages, message);
        if (message.stop_reason !== 'pause_turn' || pauses === MAX_PAUSES) {
          this.#continueWith(asked, message, messages);
          return message;
        }
      }
    });
  }

  async turn(content: TurnContent | undefined, options: AnyOptions, signal: AbortSignal): Promise<OpenTurn> {
    const messages = this.#with(content, options);
    const request = this.#request(messages, options);
    const release = this.#claim();
    // If the stream is aborted, the conversation stays unchanged.
    signal.addEventListener('abort', release, { once: true });
    try {
      signal.throwIfAborted();
      const { feed, answered } = await this.#sender.open(request, callOptions(options), signal);
      return {
        feed,
        read: (message) => readOutputOf(request)?.(message),
        end: (message) => {
          release();
          if (message === undefined) return;
          answered(message);
          this.#continueWith(messages, message, withAnswer(messages, message));
        },
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  async run(
    content: TurnContent | undefined,
    { set, ...options }: AnyOptions & RunToolsOptions = {},
  ): Promise<ToolRun> {
    const asked = this.#with(content, { ...options, set });
    const request = this.#request(asked, { set });
    return this.#alone(async () => {
      const { toolLoop } = await loadRunner(request, options.tools);
      const client = {
        createMessage: (next: MessagesRequestBody, given?: CallOptions) =>
          this.#sender.message(next, callOptions(given)),
        createMessageStream: (next: MessagesRequestBody, given?: CallOptions) => this.#stream(next, given),
      };
      const run = await new ToolTurns(async () => toolLoop(client, request, options)).outcome();
      this.#continueWith(run.turns > 1 ? run.messages : asked, run.message, run.messages);
      return run;
    });
  }

  /** Streams one answer of a run, which has claimed the thread. */
  #stream(request: MessagesRequestBody, given: CallOptions = {}): MessageStream<MessagesRequest> {
    let answered: ((message: MessageResponse) => void) | undefined;
    const { signal } = given;
    return new MessageStream<MessagesRequest>(
      async (stop) => {
        const opened = await this.#sender.open(request, callOptions(given), stop);
        answered = opened.answered;
        return opened.feed;
      },
      { signal, readOutput: readOutputOf(request), onEnd: (message) => message && answered?.(message) },
    );
  }

  /**
   * Adds an answer to the conversation. After a refusal the API does not accept the refused turn again, so it is
   * removed; results of calls are kept, so that no call is made twice.
   */
  #continueWith(
    asked: readonly MessageParam[],
    { stop_reason }: MessageResponse,
    answered: readonly MessageParam[],
  ): void {
    if (stop_reason !== 'refusal') this.#messages = answered;
    else if (asked.some((message, at) => at >= this.#messages.length && hasResults(message)))
      this.#messages = asked;
  }

  /** @throws {ValidationError} For a field that a request of a thread must not set. */
  #with(
    content: TurnContent | undefined,
    { set = {}, betas, fallback }: AnyOptions,
  ): readonly MessageParam[] {
    const names: readonly string[] = threadFields;
    const problems: Problem[] = [];
    const refuse = (path: string, message: string) => problems.push({ path, rule: 'thread-fields', message });
    for (const name of Object.keys(set)) if (!names.includes(name)) refuse(`set.${name}`, keptField(name));
    if (betas !== undefined) refuse('betas', keptBetas);
    if (fallback !== undefined) refuse('fallback', keptModel);
    if (problems.length > 0) throw new ValidationError(problems);
    if (content === undefined) return this.#messages;
    return this.#builder.messages(this.#messages).user(content).toJSON().messages ?? [];
  }

  /** The request for the next answer, with the fields that apply to it only. */
  #request(messages: readonly MessageParam[], { set }: AnyOptions): MessagesRequestBody {
    const request: MessagesRequestBody = this.#builder.messages(messages).build();
    if (set === undefined) return request;
    const meta = metaOf(request);
    const problemsOf = (body: MessagesRequestBody) =>
      draftProblems({ body, spec: meta.spec ?? rulesOf(body.model), betas: meta.betas });
    const body = { ...request, ...set };
    // Problems that exist without these fields were let through on purpose, with `extraBody()`.
    const before = new Set(problemsOf(request).map(({ message }) => message));
    const problems = problemsOf(body).filter(({ message }) => !before.has(message));
    if (problems.length > 0) throw new ValidationError(problems);
    return withMeta(body, meta);
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const release = this.#claim();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** @throws {ValidationError} If an answer is due: the next request continues from it. */
  #claim(): () => void {
    if (this.#isBusy) throw new ValidationError([{ path: '', rule: 'thread-busy', message: BUSY }]);
    this.#isBusy = true;
    let isHeld = true;
    return () => {
      if (isHeld) this.#isBusy = false;
      isHeld = false;
    };
  }
}

function withAnswer(messages: readonly MessageParam[], message: MessageResponse): readonly MessageParam[] {
  // An assistant turn accepts all content of a response.
  return message.content.length > 0 ? [...messages, message.toMessage() as MessageParam] : messages;
}

function hasResults({ content = [] }: MessageParam): boolean {
  return typeof content !== 'string' && content.some(({ type }) => type === 'tool_result');
}

/** The call options among the options of a thread. */
function callOptions({ signal, timeout, retry, headers }: Omit<AnyOptions, 'set'> = {}): CallOptions {
  return { signal, timeout, retry, headers };
}

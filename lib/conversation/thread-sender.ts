import type { MessageResponse } from '../content/message-response.js';
import { createMessage, openMessage, type StreamCallOptions } from '../endpoints/messages.js';
import { isApiError } from '../errors/guards.js';
import { ValidationError } from '../errors/validation-error.js';
import { brokenRules } from '../request/broken-rules.js';
import { metaOf, withMeta } from '../request/request-meta.js';
import { thread } from '../request/rules/thread.js';
import type { EventFeed } from '../stream/event-feed.js';
import type { CallOptions } from '../transport/call.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { continuingRequest, linkAfter, startingRequest, type ThreadLink } from './thread-link.js';

/** The state of a thread: what the API stores of it, and the container of its code. */
export interface ThreadPlace {
  readonly link: ThreadLink | undefined;
  readonly container: string | undefined;
}

/** Sends the requests of a thread: only the new messages, or all of them if the API does not store the rest. */
export class ThreadSender {
  readonly #config: TransportConfig;
  #place: ThreadPlace;
  /** Whether the last request started a new thread because the API had lost the old one. */
  #isReplaced = false;
  /** Set if the API does not store this conversation. Each request then contains all of it. */
  #isOff = false;

  constructor(config: TransportConfig, place: ThreadPlace = { link: undefined, container: undefined }) {
    this.#config = config;
    this.#place = place;
  }

  /** The sender of a forked thread. The API has no branches, so it stores nothing of the new thread yet. */
  fork(): ThreadSender {
    return new ThreadSender(this.#config, { ...this.#place, link: undefined });
  }

  get place(): ThreadPlace {
    return this.#place;
  }

  /** Requests the answer to a whole conversation. */
  async message(given: MessagesRequestBody, options: CallOptions): Promise<MessageResponse> {
    const whole = this.#inContainer(given);
    for (;;) {
      const sent = this.#next(whole);
      try {
        const message = await createMessage(this.#config, sent, options);
        this.answered(sent, whole, message);
        return message;
      } catch (error) {
        if (!this.#recovers(error, sent)) throw error;
      }
    }
  }

  /** Opens the stream of the answer to a whole conversation. Call `answered` when it has been read to its end. */
  async open(
    given: MessagesRequestBody,
    options: StreamCallOptions,
    signal: AbortSignal,
  ): Promise<{ readonly feed: EventFeed; readonly answered: (message: MessageResponse) => void }> {
    const whole = this.#inContainer(given);
    for (;;) {
      const sent = this.#next(whole);
      try {
        const feed = await openMessage(this.#config, sent, options)(signal);
        return { feed, answered: (message) => this.answered(sent, whole, message) };
      } catch (error) {
        if (!this.#recovers(error, sent)) throw error;
      }
    }
  }

  answered(sent: MessagesRequestBody, whole: MessagesRequestBody, message: MessageResponse): void {
    if (sent.thread?.type === 'continue') this.#isReplaced = false;
    this.#place = {
      link: linkAfter(sent, whole, message),
      container: message.container?.id ?? this.#place.container,
    };
  }

  #next(whole: MessagesRequestBody): MessagesRequestBody {
    if (this.#isOff) return whole;
    const next = continuingRequest(whole, this.#place.link);
    if (next) return next;
    const body = startingRequest(whole);
    // The rule reads only the body.
    const problems = brokenRules({ body, spec: undefined, betas: [] }, [thread]);
    if (problems.length > 0) throw new ValidationError(problems);
    return body;
  }

  /** Adds the container. A request without it would be refused, or would start another container. */
  #inContainer(request: MessagesRequestBody): MessagesRequestBody {
    const { container } = request;
    const { container: id } = this.#place;
    if (id === undefined || typeof container === 'string' || container?.id) return request;
    return withMeta({ ...request, container: container ? { ...container, id } : id }, metaOf(request));
  }

  /** Whether to send a request again in another form: the error says that the API does not store what it continues. */
  #recovers(error: unknown, { thread: sent }: MessagesRequestBody): boolean {
    const code = isApiError(error) ? String(error.errorCode) : '';
    if (!sent || !/^thread_/.test(code)) return false;
    if (code === 'thread_unsupported_request') this.#isOff = true;
    else if (sent.type !== 'continue') return false;
    // Lost again at once: the API cannot store this conversation.
    else if (code === 'thread_not_found' && this.#isReplaced) this.#isOff = true;
    else this.#isReplaced = true;
    this.#place = { ...this.#place, link: undefined };
    return true;
  }
}

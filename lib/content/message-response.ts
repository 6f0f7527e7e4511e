import { isParseError } from '../errors/guards.js';
import type { ParseError } from '../errors/parse-error.js';
import type { Result } from '../values/result.js';
import type { ContentBlock } from '../wire/blocks/content-block.js';
import type { HasHttp, HttpInfo } from '../wire/http.js';
import type { MessageBody } from '../wire/message-body.js';
import type { OutputOf } from '../wire/typed-request.js';
import { isToolUse } from './block-guards.js';
import { type CacheUse, cacheUse } from './cache-use.js';
import { contentOf } from './content-of.js';
import { noHttp } from './no-http.js';
import type { ReadOutput } from './read-json-output.js';
import { readOutputOf } from './read-output.js';
import { sentBack } from './sent-back.js';
import { isCutOff } from './stop-reasons.js';
import type { ToolUse } from './tool-use.js';

/**
 * Has every field of a body as its own, and `http`, which is not enumerable. The cast declares what this constructor
 * does.
 */
const ResponseFields = class {
  constructor(body: MessageBody, http: HttpInfo) {
    // Descriptors, not assignment: a field named `__proto__`, or like a getter below, stays a field.
    Object.defineProperties(this, {
      ...Object.getOwnPropertyDescriptors(body),
      content: { value: contentOf(body), enumerable: true },
      http: { value: http },
    });
  }
} as new (
  body: MessageBody,
  http: HttpInfo,
) => MessageBody & HasHttp;

/**
 * The API's answer. Its own fields are those of the body, in the same order, and `JSON.stringify` returns the body. The
 * members that clust adds are on the prototype, typed from the request.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hello!').build();
 * const message = await Client.fromEnv().createMessage(request);
 * console.log(message.text, message.usage.output_tokens, message.http.requestId);
 * ```
 */
export class MessageResponse<Request = unknown> extends ResponseFields {
  /**
   * Creates a response from a body that you stored, or that another client received. Pass the request that it answers
   * to get typed `toolUses`, and a `parsed` that is read with the schema of its `outputFormat()`. Without an `http`,
   * the response's `http` is empty.
   *
   * @example
   * ```ts
   * import { type MessageBody, MessageResponse, MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
   *   .maxTokens(1024)
   *   .outputFormat({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] })
   *   .user('Where is the Eiffel Tower?')
   *   .build();
   *
   * function cityIn(stored: string): string {
   *   const body: MessageBody = JSON.parse(stored);
   *   return MessageResponse.from(body, request).parsed.city;
   * }
   * ```
   */
  static from<Request = unknown>(
    body: MessageBody,
    request?: Request,
    http: HttpInfo = noHttp(),
  ): MessageResponse<Request> {
    return responseOf<Request>(body, http, readOutputOf(request));
  }

  /** The text of the answer: its text blocks, joined without a separator. */
  get text(): string {
    return textsOf(this, 'text');
  }

  /** The visible thinking: the thinking blocks, joined without a separator. */
  get thinking(): string {
    return textsOf(this, 'thinking');
  }

  /**
   * The tools that the model calls, in order; the type of `input` follows from `name`. After a `fallback` block, the
   * calls of the model that refused are left out, since they get no result.
   */
  get toolUses(): readonly ToolUse<Request>[] {
    // The request declares the tools and their schemas, and the API answers with no others.
    return sentBack(this.content).filter(isToolUse) as readonly unknown[] as readonly ToolUse<Request>[];
  }

  /**
   * The structured output; `undefined` if the request has no `outputFormat()`.
   *
   * @throws {ParseError} If the answer was cut off, was refused, or does not fit the schema. `safeParsed` does not
   * throw.
   */
  get parsed(): OutputOf<Request> {
    const output = outputs.get(this);
    if (output && !('value' in output)) output.value = output.read(this);
    // `readOutput` returns a value of the request's output format.
    return output?.value as OutputOf<Request>;
  }

  /**
   * The structured output without throwing: the value, or the `ParseError` with its `reason` (`'truncated'`,
   * `'refusal'`, `'invalid'`), its `problems` and this response.
   */
  get safeParsed(): Result<OutputOf<Request>, ParseError<this>> {
    try {
      return { ok: true, value: this.parsed };
    } catch (error) {
      // Reading the output throws only a `ParseError` of this response.
      if (isParseError(error)) return { ok: false, error: error as ParseError<this> };
      throw error;
    }
  }

  /** Whether the answer was cut off: at `max_tokens`, or because the context window is full. */
  get truncated(): boolean {
    return isCutOff(this.stop_reason);
  }

  /** What the prompt cache did for this answer: tokens read and written, and the savings. */
  get cache(): CacheUse {
    return cacheUse(this);
  }

  /**
   * The turn to send back in the next request: the unchanged content, including thinking, signatures and unknown
   * blocks, and nothing else of the response. If another model took over, at a `fallback` block, the thinking and the
   * open calls of the model that refused are left out, since the API does not accept them.
   *
   * Sends `{"role": "assistant", "content": […]}`.
   */
  toMessage(): { readonly role: 'assistant'; readonly content: readonly ContentBlock[] } {
    return Object.freeze({ role: 'assistant', content: sentBack(this.content) });
  }
}

/** Creates the response of a body; `parsed` calls `readOutput` once. */
export function responseOf<Request>(
  body: MessageBody,
  http: HttpInfo,
  readOutput?: ReadOutput,
): MessageResponse<Request> {
  const response = new MessageResponse<Request>(body, http);
  if (readOutput) outputs.set(response, { read: readOutput });
  return Object.freeze(response);
}

/** The text of all blocks of a type, which is in the field of the same name. */
function textsOf({ content }: MessageBody, type: 'text' | 'thinking'): string {
  return content.map((block) => (block.type === type ? Reflect.get(block, type) : '')).join('');
}

/**
 * How each response's output is read, and the output once it was read. It is not on the response, which equals its
 * JSON.
 */
const outputs = new WeakMap<object, { readonly read: ReadOutput; value?: unknown }>();

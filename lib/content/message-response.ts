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
import { isCutOff } from './cut-off.js';
import { noHttp } from './no-http.js';
import type { ReadOutput } from './read-json-output.js';
import { readOutputOf } from './read-output.js';
import { sentBack } from './sent-back.js';
import type { ToolUse } from './tool-use.js';

/** Has every field of a body for its own, and `http`, which does not show. The cast says what this constructor does. */
const ResponseFields = class {
  constructor(body: MessageBody, http: HttpInfo) {
    // Descriptors, not assignment: a field by the name of `__proto__`, or of a getter below, stays a field.
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
 * The API's answer, as it came: the fields are the body's own, in its order, and `JSON.stringify` gives the body
 * back. What clust adds is on the prototype, and typed from the request.
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
   * The response that a body stands for: a body that you stored, or that another client received. With the request that
   * it answers, `toolUses` and `parsed` are typed, and `parsed` is read by the schema of its `outputFormat()`. Its `http`
   * tells nothing where it is not given.
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

  /** All text of the answer: its text blocks, joined with nothing between. */
  get text(): string {
    return joined(this, 'text');
  }

  /** All thinking that was shown: its thinking blocks, joined with nothing between. */
  get thinking(): string {
    return joined(this, 'thinking');
  }

  /**
   * The tools that the model calls, in order; the type of `input` follows from `name`. Calls of a model that refused, before a
   * `fallback` block, are not among them: they get no result.
   */
  get toolUses(): readonly ToolUse<Request>[] {
    // The request named the tools and gave their schemas: the API answers with no others.
    return sentBack(this.content).filter(isToolUse) as readonly unknown[] as readonly ToolUse<Request>[];
  }

  /**
   * The answer in the format that the request asked for; `undefined` when it asked for none.
   *
   * @throws ParseError when the answer was cut off, was refused, or does not fit. `safeParsed` does not throw.
   */
  get parsed(): OutputOf<Request> {
    const output = outputs.get(this);
    if (output && !('value' in output)) output.value = output.read(this);
    // What `readOutput` gives is what the request's format describes.
    return output?.value as OutputOf<Request>;
  }

  /**
   * The same without throwing: the value, or the `ParseError` with its `reason` (`'truncated'`, `'refusal'`,
   * `'invalid'`), its `problems` and this response.
   */
  get safeParsed(): Result<OutputOf<Request>, ParseError<this>> {
    try {
      return { ok: true, value: this.parsed };
    } catch (error) {
      // What reads the output throws nothing else, and is given this response.
      if (isParseError(error)) return { ok: false, error: error as ParseError<this> };
      throw error;
    }
  }

  /** Whether the answer ends before its end: at `max_tokens`, or where the context window is full. */
  get truncated(): boolean {
    return isCutOff(this.stop_reason);
  }

  /** What the prompt cache did for this answer: tokens read and written, and what that saved. */
  get cache(): CacheUse {
    return cacheUse(this);
  }

  /**
   * The turn to send back in the next request: the content unchanged, thinking, signatures and unknown blocks
   * included, and nothing else of the response. Where another model took over, after a `fallback` block, the API does not
   * take back the thinking and the open calls of the model that refused: they are left out.
   *
   * Sends `{"role": "assistant", "content": […]}`.
   */
  toMessage(): { readonly role: 'assistant'; readonly content: readonly ContentBlock[] } {
    return Object.freeze({ role: 'assistant', content: sentBack(this.content) });
  }
}

/** The response that a body stands for; `parsed` calls `readOutput`, once. */
export function responseOf<Request>(
  body: MessageBody,
  http: HttpInfo,
  readOutput?: ReadOutput,
): MessageResponse<Request> {
  const response = new MessageResponse<Request>(body, http);
  if (readOutput) outputs.set(response, { read: readOutput });
  return Object.freeze(response);
}

/** The blocks of a type that keeps its text in a field of the same name. */
function joined({ content }: MessageBody, type: 'text' | 'thinking'): string {
  return content.map((block) => (block.type === type ? Reflect.get(block, type) : '')).join('');
}

/** How a response's output is read, and what was read, once asked for: beside the response, which is its JSON. */
const outputs = new WeakMap<object, { readonly read: ReadOutput; value?: unknown }>();

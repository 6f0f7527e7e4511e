import type { MessageResponse } from '../content/message-response.js';
import {
  createMessage,
  createMessageStream,
  type StreamCallOptions,
  type StreamRequest,
  type WholeRequest,
} from '../endpoints/messages.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { Call, CallOptions } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { readJson } from '../transport/read-json.js';
import { withHttp } from '../transport/with-http.js';
import type { ApiKey } from '../values/api-key.js';
import type { defaultVersion, Version } from '../values/version.js';
import type { HasHttp } from '../wire/http.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { TypedRequest } from '../wire/typed-request.js';
import { EMPTY_DRAFT, finish } from './client-draft.js';
import { type ClientConfig, type ClientOptions, withOptions } from './client-options.js';
import { readEnvironment } from './environment.js';

/** A call to an endpoint that has no method of its own: its query, its body, and the options of every call. */
export type RawCallOptions = Omit<Call, 'method' | 'path' | 'accept'>;

/**
 * Calls the API. A client never changes and holds no connection: share one, and make others from it with `with()`.
 *
 * `V`, the API version that it speaks, decides which requests it takes. However it is printed, it shows no key.
 *
 * @example
 * ```ts
 * import { Client, ClaudeModel, MessagesRequestBuilder } from 'clust';
 *
 * const client = Client.fromEnv();
 * const request = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
 *   .maxTokens(1024)
 *   .user('Where is the capital of France?')
 *   .build();
 * const message = await client.createMessage(request);
 * console.log(message.text);
 * ```
 */
export class Client<V extends Version = Version> {
  readonly version: V;
  readonly baseUrl: string;
  readonly #config: ClientConfig<V>;

  /** @internal Clients come from `Client.fromEnv()`, `Client.fromApiKey()` and `ClientBuilder`. */
  constructor(config: ClientConfig<V>) {
    this.version = config.version;
    this.baseUrl = config.baseUrl.href;
    this.#config = config;
    Object.freeze(this);
  }

  /**
   * A client with all defaults and the key or token of the environment: `ANTHROPIC_API_KEY`, else
   * `ANTHROPIC_AUTH_TOKEN`; `ANTHROPIC_BASE_URL`, if it is set.
   *
   * @throws {ValidationError} When neither is set.
   */
  static fromEnv(): Client<typeof defaultVersion> {
    const { credential, baseUrl } = readEnvironment();
    return new Client(finish({ ...EMPTY_DRAFT, baseUrl }, credential));
  }

  /** A client with all defaults and this key. */
  static fromApiKey(key: ApiKey): Client<typeof defaultVersion> {
    return new Client(finish(EMPTY_DRAFT, key));
  }

  /**
   * Sends a request and gives the whole answer: `POST /v1/messages`.
   *
   * A request for more than 21,333 tokens is streamed under the hood, since no connection is sure to survive the
   * silence until its answer; the result is the same. `stream: false` or a total timeout turns that off.
   *
   * @throws {ClustError} By rejection only: an `ApiError` for what the API answers, a `ConnectionError`,
   * `TimeoutError` or `AbortedError` for what happens on the way, a `ValidationError` for what is not sent at all.
   */
  createMessage<const Request extends MessagesRequestBody & TypedRequest>(
    request: WholeRequest<Request, V>,
    options?: CallOptions,
  ): Promise<MessageResponse<Request>>;
  createMessage(request: unknown, options: CallOptions = {}): Promise<MessageResponse> {
    return createMessage(this.#config, request, options);
  }

  /**
   * The answer to a request while it is written: `POST /v1/messages` with `stream: true`. Nothing is sent before the
   * stream is read; what is wrong, with the request or on the way, is thrown to its reader.
   */
  createMessageStream<const Request extends MessagesRequestBody & TypedRequest>(
    request: StreamRequest<Request, V>,
    options?: StreamCallOptions,
  ): MessageStream<Request>;
  createMessageStream(request: unknown, options: StreamCallOptions = {}): MessageStream {
    return createMessageStream(this.#config, request, options);
  }

  /**
   * A client that differs in these options; the rest, credential and base URL among it, is shared.
   *
   * @throws {ValidationError} For an option that cannot be.
   */
  with<Next extends Version = V>({ version, ...options }: ClientOptions<Next>): Client<Next> {
    const config = withOptions(this.#config, options);
    // Without a version in the options nothing infers `Next`, and it is `V`.
    return new Client({ ...config, version: (version ?? config.version) as Next });
  }

  /**
   * Calls what has no method here: any endpoint that answers a JSON object, with the authentication, retries, clocks
   * and errors of every other call.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * interface Skills {
   *   readonly data: readonly { readonly id: string }[];
   * }
   *
   * const skills = await Client.fromEnv().raw<Skills>('GET', '/v1/skills', { query: { limit: 20 } });
   * console.log(skills.data.length, skills.http.requestId);
   * ```
   */
  async raw<Answer extends object = Record<string, unknown>>(
    method: string,
    path: string,
    options: RawCallOptions = {},
  ): Promise<Answer & HasHttp> {
    return execute({ ...options, method, path }, this.#config, async (response, attempt) => {
      // The caller says what the endpoint answers; that it is an object has been checked.
      const answer = (await readJson(response, attempt)) as Answer;
      return withHttp(answer, attempt.http);
    });
  }
}

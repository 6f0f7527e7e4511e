import type { MessageResponse } from '../content/message-response.js';
import type { Conversation, EachState, TurnContent } from '../conversation/conversation.js';
import type { Exchange } from '../conversation/converse.js';
import { isConversation } from '../conversation/is-conversation.js';
import { lazyThread } from '../conversation/lazy-thread.js';
import type { SavedThread, Thread, ThreadOptions } from '../conversation/thread.js';
import type { Batches } from '../endpoints/batches/batches.js';
import type { RequestFor, Sendable, Sent } from '../endpoints/built-request.js';
import type { Files } from '../endpoints/files/files.js';
import { batchesOf, filesOf, modelsOf, rawOf } from '../endpoints/groups.js';
import {
  createMessage,
  createMessageStream,
  type StreamCallOptions,
  type StreamRequest,
  type WholeRequest,
} from '../endpoints/messages.js';
import type { Models } from '../endpoints/models/models.js';
import type { RawCall } from '../endpoints/raw/raw-call.js';
import type { TokenCount } from '../endpoints/tokens/token-count.js';
import { ValidationError } from '../errors/validation-error.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessagesRequestBuilder } from '../request/messages-request-builder.js';
import type { MessageStream } from '../stream/message-stream.js';
import { loadRunner } from '../tools/runner.js';
import type { AnyToolTurn, RunToolsOptions, ToolRun, ToolTurnsOptions } from '../tools/tool-run.js';
import { ToolTurns } from '../tools/tool-turns.js';
import type { CallOptions } from '../transport/call.js';
import type { ApiKey } from '../values/api-key.js';
import type { DefaultVersion, Version } from '../values/version.js';
import type { Because } from '../wire/because.js';
import { EMPTY_DRAFT, finish } from './client-draft.js';
import { type ClientConfig, type ClientOptions, withOptions } from './client-options.js';
import { baseUrlOfEnvironment, readEnvironment } from './environment.js';
import { lazyBaseUrl, lazyCredential } from './lazy-environment.js';
import type { RequestOfRun, RunArgument, RunOf, ToolRunRequest, TurnOf } from './tool-run-types.js';

/** Options of `Client.fromEnv()`. */
export interface FromEnvOptions {
  /**
   * Reads the environment when the first call is made, not when the client is created.
   *
   * @default false
   */
  readonly lazy?: boolean | undefined;
}

/** The refusal of `new Client()`, by the compiler and at run time. */
const comesFrom = 'a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()';

/**
 * The arguments of the constructor. For a tuple, the compiler would only report the number of arguments; for `new
 * Client()` it prints this type, including the sentence.
 */
interface MadeBy<Sentence extends string, Config> extends Array<Config>, Partial<Because<Sentence>> {
  0: Config;
}

/**
 * Calls the API. A client is immutable and holds no connection: share one, and derive others from it with `with()`.
 *
 * `V` is the API version of the client; it decides which requests the client accepts. Printing a client never shows its
 * key.
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
export class Client<V extends Version = DefaultVersion> {
  declare readonly version: V;
  declare readonly baseUrl: string;
  readonly #config: ClientConfig<V>;

  /** @internal Clients come from `Client.fromEnv()`, `Client.fromApiKey()` and `ClientBuilder`. */
  constructor(...[config]: MadeBy<typeof comesFrom, ClientConfig<V>>) {
    if (!('credential' in Object(config)))
      throw new ValidationError([{ path: 'client', rule: 'client', message: comesFrom }]);
    this.#config = config;
    // The fields are read-only, but the object is not frozen, so that a test may spy on its methods.
    const { version, baseUrl } = config;
    Object.defineProperties(this, {
      version: { value: version, enumerable: true },
      baseUrl: {
        ...(typeof baseUrl === 'function' ? { get: () => baseUrl().href } : { value: baseUrl.href }),
        enumerable: true,
      },
    });
  }

  /**
   * A client with all defaults and the key or token of the environment: `ANTHROPIC_API_KEY`, else
   * `ANTHROPIC_AUTH_TOKEN`. It calls `ANTHROPIC_BASE_URL` if that is set.
   *
   * With `lazy: true` the first call reads the environment, so a module can create its client where no key is set, such
   * as on a build server.
   *
   * @throws {ValidationError} If neither is set. With `lazy: true` calls reject with it instead.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * export const client = Client.fromEnv({ lazy: true });
   * ```
   */
  static fromEnv({ lazy = false }: FromEnvOptions = {}): Client {
    if (lazy) return new Client(finish({ ...EMPTY_DRAFT, baseUrl: lazyBaseUrl }, lazyCredential()));
    const { credential, baseUrl } = readEnvironment();
    return new Client(finish({ ...EMPTY_DRAFT, baseUrl }, credential));
  }

  /**
   * A client with all defaults and this key. It uses `ANTHROPIC_BASE_URL` if it is set, so it does not bypass a
   * gateway.
   */
  static fromApiKey(key: ApiKey): Client {
    return new Client(finish({ ...EMPTY_DRAFT, baseUrl: baseUrlOfEnvironment() }, key));
  }

  /**
   * Sends a request and returns the complete answer: `POST /v1/messages`.
   *
   * A request for more than 21,333 tokens uses a stream internally, because networks drop connections that are silent
   * for minutes; the result is the same. `stream: false` or a total timeout turns that off.
   *
   * @throws {ClustError} By rejection only: an `ApiError` if the API answers with an error, a `ConnectionError`,
   * `TimeoutError` or `AbortedError` if the call fails on the way, a `ValidationError` if the request is not sent.
   */
  createMessage<const Request extends Sendable>(
    request: WholeRequest<Request, V>,
    options?: CallOptions & FallbackOptions,
  ): Promise<MessageResponse<Sent<Request>>>;
  createMessage(request: unknown, options: CallOptions & FallbackOptions = {}): Promise<MessageResponse> {
    return createMessage(this.#config, request, options);
  }

  /**
   * Streams the answer to a request while it is written: `POST /v1/messages` with `stream: true`. The request is sent
   * when the stream is first read. The reader gets all errors, of the request and of the connection.
   *
   * @example
   * ```ts
   * import { Client, MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
   *   .maxTokens(1024)
   *   .user('Tell me a story.')
   *   .build();
   * const stream = Client.fromEnv().createMessageStream(request);
   * for await (const text of stream.textStream()) process.stdout.write(text);
   * ```
   */
  createMessageStream<const Request extends Sendable>(
    request: StreamRequest<Request, V>,
    options?: StreamCallOptions,
  ): MessageStream<Sent<Request>>;
  createMessageStream(request: unknown, options: StreamCallOptions = {}): MessageStream {
    return createMessageStream(this.#config, request, options);
  }

  /**
   * Sends the request, runs the tools that the model calls, sends their results, and repeats this until an answer calls
   * no tool. Resolves with the outcome, whose `status` says how the run ended.
   *
   * The handlers are those of the tools that the request was built with. The model gets an error of a tool as a result.
   * Paused answers are resumed. A tool choice that forces a call applies to the first answer only.
   *
   * @throws {ClustError} By rejection only: what `createMessage` throws, and a `ValidationError` for a tool that has no
   * handler.
   *
   * @example
   * ```ts
   * import { Client, MessagesRequestBuilder, tool } from 'clust';
   *
   * const weather = tool({
   *   name: 'get_weather',
   *   description: 'The weather in a city, now.',
   *   input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
   *   run: ({ city }) => `It is 15 degrees in ${city}.`,
   * });
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
   *   .maxTokens(1024)
   *   .tools(weather)
   *   .user('How warm is it in Paris?')
   *   .build();
   *
   * const { status, message } = await Client.fromEnv().runTools(request, { maxTurns: 5 });
   * console.log(status, message.text);
   * ```
   */
  runTools<const Request extends Sendable | Conversation>(
    request: RunArgument<Request, V>,
    options?: RunToolsOptions<RequestOfRun<Request>>,
  ): Promise<RunOf<Request>>;
  async runTools(request: unknown, options?: unknown): Promise<ToolRun> {
    if (!isConversation(request)) return this.#turns(request, options).outcome();
    const { runConversation } = await import('../conversation/converse.js');
    return runConversation(this, request as Conversation, options as RunToolsOptions);
  }

  /**
   * Adds a user turn to a conversation, and returns the answer and the conversation that contains it. If the API
   * pauses the answer, or stops to compact, clust resumes it.
   *
   * @throws {ClustError} By rejection only: what `createMessage` throws.
   *
   * @example
   * ```ts
   * import { Client, Conversation, MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024);
   * const { message, conversation } = await Client.fromEnv().converse(Conversation.of(preset), 'Hello!');
   * console.log(message.text, conversation.messages.length);
   * ```
   */
  async converse<State>(
    conversation: Conversation<State>,
    content: TurnContent,
    options?: CallOptions,
  ): Promise<Exchange<State>> {
    const { converse } = await import('../conversation/converse.js');
    return converse(this, conversation, content, options);
  }

  /**
   * A conversation that the API stores, so that each request contains only what is new. It starts from a builder, a
   * request or the JSON of another process; `from` is the preset of a stored one. The first turn sends the first
   * request.
   *
   * @example
   * ```ts
   * import { Client, MessagesRequestBuilder } from 'clust';
   *
   * const thread = Client.fromEnv().thread(MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024));
   * const { text } = await thread.send('Where is the capital of France?');
   * for await (const part of thread.stream('And of Italy?').textStream()) process.stdout.write(part);
   * console.log(text, JSON.stringify(thread));
   * ```
   */
  thread<State = unknown, Turn = unknown>(
    json: string | SavedThread,
    options?: ThreadOptions<State, Turn>,
  ): Thread<State>;
  thread<State, Turn>(builder: MessagesRequestBuilder<State, Turn>): Thread<State>;
  thread<State>(request: MessagesRequest<State>): Thread<State>;
  // One of several presets, whose states are different.
  thread<From extends MessagesRequestBuilder>(
    json: string | SavedThread,
    options: { readonly from: From },
  ): Thread<EachState<From>>;
  thread<From extends MessagesRequestBuilder | MessagesRequest>(from: From): Thread<EachState<From>>;
  thread(
    given: string | SavedThread | MessagesRequest | MessagesRequestBuilder,
    { from }: ThreadOptions = {},
  ): Thread {
    return lazyThread(this.#config, given, from);
  }

  /**
   * The loop of `runTools`, turn by turn: it yields each answer before its tools are called. With `stream: true` a turn
   * has the stream of its answer instead of the message. For a stored request the compiler does not know whether it is
   * streamed: pass `stream`, or check which of the two a turn has.
   *
   * @throws {ClustError} From the iteration: the errors of `runTools`.
   */
  toolTurns<const Request extends Sendable, const Stream extends boolean | undefined = undefined>(
    request: ToolRunRequest<Request, V>,
    options?: ToolTurnsOptions<Sent<Request>> & { readonly stream?: Stream },
  ): ToolTurns<Sent<Request>, TurnOf<Request, Stream>>;
  toolTurns(request: unknown, options?: unknown): ToolTurns<unknown, AnyToolTurn> {
    return this.#turns(request, options);
  }

  /** Runs the tool loop. Its code is loaded when it is needed, so programs without tools do not contain it. */
  #turns(request: unknown, given: unknown = {}): ToolTurns<unknown, AnyToolTurn> {
    // The public methods declare the options; their types check calls of the request's own tools.
    const options = given as RunToolsOptions;
    return new ToolTurns(async () => {
      const { toolLoop } = await loadRunner(request, options.tools);
      return toolLoop(this, request, options);
    });
  }

  /**
   * A client with these options changed. It shares all others, including the credential and the base URL.
   *
   * @throws {ValidationError} For an invalid option.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * const client = Client.fromEnv();
   * const patient = client.with({ timeout: { total: 600_000 }, retry: { limit: 8 } });
   * ```
   */
  with<Next extends Version = V>({ version, ...options }: ClientOptions<Next>): Client<Next> {
    const config = withOptions(this.#config, options);
    // Without a version in the options, `Next` is `V`.
    return new Client({ ...config, version: (version ?? config.version) as Next });
  }

  /**
   * Counts the tokens of a request without sending it to a model: `POST /v1/messages/count_tokens`. It takes the
   * same request as `createMessage`, and leaves out fields that only control the answer. A body needs no `max_tokens`.
   * The count is free of charge.
   *
   * `fits` says whether prompt and `max_tokens` fit the context window of the model.
   *
   * @throws {ClustError} By rejection only: what `createMessage` throws.
   *
   * @example
   * ```ts
   * import { Client, MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hello!').build();
   * const { input_tokens, fits } = await Client.fromEnv().countTokens(request);
   * console.log(input_tokens, fits);
   * ```
   */
  countTokens<const Request extends Sendable>(
    request: RequestFor<Request, Version, never, unknown, 'max_tokens'>,
    options?: CallOptions,
  ): Promise<TokenCount>;
  async countTokens(request: unknown, options: CallOptions = {}): Promise<TokenCount> {
    const { countTokens } = await import('../endpoints/tokens/count-tokens.js');
    return countTokens(this.#config, request, options);
  }

  /** The models of the account: `list`, `retrieve`. */
  get models(): Models {
    return modelsOf(this.#config);
  }

  /** Message batches, at half the price: `create`, `retrieve`, `list`, `cancel`, `delete`, `wait`, `results`. */
  get batches(): Batches {
    return batchesOf(this.#config);
  }

  /** Files to use in requests, and files that tools made: `upload`, `list`, `retrieve`, `delete`, `download`. */
  get files(): Files {
    return filesOf(this.#config);
  }

  /**
   * Calls an endpoint that has no method here, with the authentication, retries, timeouts and errors of every other
   * call. The answer is a JSON object, or what `responseType` names: `'text'`, `'bytes'`, `'stream'`, `'lines'`.
   * `raw.paginate` reads a list, page by page.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * interface Skill {
   *   readonly id: string;
   * }
   *
   * const client = Client.fromEnv();
   * const skills = await client.raw<{ data: Skill[] }>('GET', '/v1/skills', { query: { limit: 20 } });
   * console.log(skills.data.length, skills.http.requestId);
   *
   * for await (const skill of client.raw.paginate<Skill>('GET', '/v1/skills')) console.log(skill.id);
   * const notes = await client.raw('GET', '/v1/files/file_01A/content', { responseType: 'text' });
   * console.log(notes.length);
   * ```
   */
  get raw(): RawCall {
    return rawOf(this.#config);
  }
}

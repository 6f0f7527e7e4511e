import type { MessageResponse } from '../content/message-response.js';
import type { Problem } from '../errors/validation-error.js';
import type { Model } from '../models/model.js';
import type { EffortLevel } from '../models/model-spec.js';
import type { AnthropicBeta } from '../wire/betas.js';
import type { TextBlockParam } from '../wire/blocks/text-block.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { Container } from '../wire/container.js';
import type { ContextManagement } from '../wire/context-management.js';
import type { DiagnosticsParam } from '../wire/diagnostics.js';
import type { McpServer } from '../wire/mcp-server.js';
import type { Metadata } from '../wire/metadata.js';
import type { Speed } from '../wire/speed.js';
import type { state, turn } from '../wire/typed-request.js';
import { type Builder, createBuilder, createBuilderFrom } from './builder.js';
import type { CachePlan } from './cache-plan.js';
import type { CreateOptions } from './create-options.js';
import type { DraftBody } from './draft/draft.js';
import type { MessagesRequest } from './messages-request.js';
import type { ToolResultsParameter } from './parameters/answers.js';
import type { BodyArgument } from './parameters/body.js';
import type { CacheControlParameter, ControlPatch } from './parameters/cache.js';
import type { AssistantBlock, ContentArgument, UserBlock } from './parameters/content.js';
import type { ContainerPatch, ContextParameter, ContextPatch } from './parameters/context-management.js';
import type { ConversationParameter, ConversationPatch, TurnArgument } from './parameters/conversation.js';
import type { FallbackArgument, FallbacksParameter, FallbacksPatch } from './parameters/fallbacks.js';
import type { TurnAfterAssistant, TurnAfterMessages, TurnAfterUser } from './parameters/last-turn.js';
import type {
  BetasPatch,
  McpServersParameter,
  McpServersPatch,
  StopSequencesParameter,
} from './parameters/lists.js';
import type { CreatedModel, ModelArgument, ModelParameter, ModelToCreate } from './parameters/model.js';
import type {
  OutputFormatArgument,
  OutputFormatParameter,
  OutputOfFormat,
} from './parameters/output-format.js';
import type { GivenToStart, StartedState, StartedTurn } from './parameters/started.js';
import type { ThinkingArgument, ThinkingParameter } from './parameters/thinking.js';
import type { ToolChoiceArgument, ToolChoiceParameter, ToolChoicePatch } from './parameters/tool-choice.js';
import type { AnyTools, Dynamic, ToolArgument, ToolsParameter, ToolsPatch } from './parameters/tools.js';
import type {
  AfterTurn,
  AssistantParameter,
  SystemParameter,
  SystemPatch,
  UserParameter,
} from './parameters/turns.js';
import type {
  EffortParameter,
  GeoParameter,
  MaxTokensParameter,
  SpeedParameter,
  StreamParameter,
  TemperatureParameter,
  TopKParameter,
  TopPParameter,
} from './parameters/values.js';
import type { Buildable } from './refusals.js';
import type { RequestMeta } from './request-meta.js';
import type { AnyState, Either, NextOf, NextState, NextWith, NoTurns, SentChoice } from './state.js';

/**
 * Builds the body of `POST /v1/messages`, step by step, and checks it against the rules of its model.
 *
 * A builder is immutable: every method returns a new one, so presets can be shared and extended. Methods may be called
 * in any order. The compiler reports the rules that it can check, in one sentence at the wrong argument; `build()`
 * checks all rules again at run time.
 *
 * `State` is an object type of what was set, such as `{model: 'claude-haiku-4-5'; maxTokens: 1024}`, and `Turn` is the
 * role of the last turn. `MessagesRequestBuilder` without type arguments is any builder: its methods accept every value
 * of their type, and `build()` checks them.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .system('You are an excellent AI assistant.')
 *   .user('Where is the capital of France?')
 *   .build();
 * ```
 */
export interface MessagesRequestBuilder<out State = AnyState, out Turn = unknown> {
  /** Keeps what was set in the type, so that an unfinished builder is not assignable to a finished one. */
  readonly [state]: State;
  /** The role of the last turn. It is not part of the state, so that a conversation of any length has one state. */
  readonly [turn]: Turn;

  /** Changes the model. Everything set so far is checked again for it. */
  model<const M extends ModelArgument>(
    model: ModelParameter<State, M>,
  ): MessagesRequestBuilder<NextWith<State, M, { model: M }>, Turn>;

  /**
   * The maximum number of tokens to generate. Sent as `max_tokens`; required.
   *
   * The compiler checks an integer literal against the model's limit. For a number that is only known at run time use
   * `MaxTokens.of(model, n)`. `0` generates nothing and only fills the prompt cache.
   */
  maxTokens<const N extends number>(
    maxTokens: MaxTokensParameter<State, N>,
  ): MessagesRequestBuilder<NextWith<State, N, { maxTokens: N }>, Turn>;

  /** The system prompt, as text or text blocks. Sent as `system`; replaces an earlier one. */
  system<const Content extends ContentArgument<TextBlockParam>>(
    content: SystemParameter<State, Content>,
  ): MessagesRequestBuilder<NextState<State, Content, SystemPatch<State, Content>>, Turn>;

  /** Appends a user turn: text, a block, or blocks. Sent as `{role: 'user', content}` in `messages`. */
  user<const Content extends ContentArgument<UserBlock>>(
    content: UserParameter<State, Turn, Content>,
  ): MessagesRequestBuilder<AfterTurn<State, 'user', Content>, TurnAfterUser<Turn, Content>>;

  /**
   * Appends an assistant turn: text, blocks, or an earlier answer, which is sent back unchanged, including its
   * thinking.
   *
   * A conversation that ends with an assistant turn is a prefill, which Claude 4.6 and later models refuse.
   */
  assistant<const Content extends ContentArgument<AssistantBlock> | MessageResponse>(
    content: AssistantParameter<State, Content>,
  ): MessagesRequestBuilder<AfterTurn<State, 'assistant', Content>, TurnAfterAssistant<Turn, Content>>;

  /**
   * Appends a user turn with the results of the previous turn's tool calls: one result for each call, in one or several
   * calls of this method.
   */
  toolResults<const Results extends readonly ToolResultBlockParam[]>(
    results: ToolResultsParameter<State, Turn, Results>,
  ): MessagesRequestBuilder<AfterTurn<State, 'user', Results>, TurnAfterUser<Turn, Results>>;

  /** Replaces the conversation with these turns: wire objects or `Message` values. Sent as `messages`. */
  messages<const Messages extends readonly TurnArgument[]>(
    messages: ConversationParameter<State, Messages>,
  ): MessagesRequestBuilder<
    NextState<State, Messages, ConversationPatch<State, Messages>>,
    TurnAfterMessages<Messages>
  >;

  /**
   * How random the answer is, from 0 to 1; the API's default is 1. Sent as `temperature`.
   *
   * Only for models up to Claude 4.6, and for clients on `Version.V2023_06_01`.
   */
  temperature<const N extends number>(
    temperature: TemperatureParameter<State, N>,
  ): MessagesRequestBuilder<NextWith<State, N, { temperature: N }>, Turn>;

  /** Samples from the most likely tokens that make up this share, from 0 to 1. Sent as `top_p`. */
  topP<const N extends number>(
    topP: TopPParameter<State, N>,
  ): MessagesRequestBuilder<NextWith<State, N, { topP: N }>, Turn>;

  /** Samples from the `k` most likely tokens. Sent as `top_k`. */
  topK<const N extends number>(
    topK: TopKParameter<State, N>,
  ): MessagesRequestBuilder<NextWith<State, N, { topK: N }>, Turn>;

  /** Strings that end the answer when the model would write them. Sent as `stop_sequences`; replaces earlier ones. */
  stopSequences<const Sequences extends readonly string[]>(
    ...sequences: StopSequencesParameter<Sequences>
  ): MessagesRequestBuilder<State, Turn>;

  /** The user of the request, as an opaque id of at most 256 characters. Sent as `metadata`. */
  metadata(metadata: Metadata): MessagesRequestBuilder<State, Turn>;

  /**
   * How the model thinks: `'adaptive'`, `'disabled'`, `'between_tools'`, or the object that is sent as `thinking`, such
   * as `{type: 'enabled', budget_tokens: 2048}`. The model decides what is allowed, and what the default is.
   */
  thinking<const Thinking extends ThinkingArgument>(
    thinking: ThinkingParameter<State, Thinking>,
  ): MessagesRequestBuilder<NextWith<State, Thinking, { thinking: SentChoice<Thinking> }>, Turn>;

  /** The effort of the model. Sent as `output_config.effort`. */
  effort<const Level extends EffortLevel>(
    effort: EffortParameter<State, Level>,
  ): MessagesRequestBuilder<NextWith<State, Level, { effort: Level }>, Turn>;

  /**
   * Makes the answer JSON that follows a schema: one of zod 4, valibot or arktype, or a JSON Schema literal.
   * `message.parsed` is the output of the schema. Sent as `output_config.format`: every object is closed, and keywords
   * that the API does not support are moved into descriptions. `outputSchema()` returns what is sent.
   *
   * @throws {ValidationError} For a schema that the API cannot enforce, such as a recursive one or a record.
   */
  outputFormat<const Schema extends OutputFormatArgument>(
    schema: OutputFormatParameter<State, Schema>,
  ): MessagesRequestBuilder<NextWith<State, Schema, { output: OutputOfFormat<Schema> }>, Turn>;

  /** Appends tools: results of `tool()` or another function of clust, or the objects that are sent as `tools`. */
  tools<const Tools extends readonly ToolArgument[]>(
    ...tools: ToolsParameter<State, Tools>
  ): MessagesRequestBuilder<NextOf<State, Tools, ToolsPatch<State, Tools>, { tools: AnyTools }>, Turn>;

  /**
   * Whether the model may, must or must not call a tool: `'auto'`, `'any'`, `'none'`, or the object that is sent as
   * `tool_choice`, such as `{type: 'tool', name: 'get_weather'}`.
   */
  toolChoice<const Choice extends ToolChoiceArgument>(
    choice: ToolChoiceParameter<State, Choice>,
  ): MessagesRequestBuilder<NextOf<State, Choice, ToolChoicePatch<State, Choice>, unknown>, Turn>;

  /**
   * Caches the longest possible prefix, for five minutes, or for an hour with `{ ttl: '1h' }`. Sent as `cache_control`.
   */
  cacheControl<const Control extends { readonly ttl?: '5m' | '1h' | undefined }>(
    control?: CacheControlParameter<State, Control>,
  ): MessagesRequestBuilder<NextWith<State, Control, ControlPatch<State, Control>>, Turn>;

  /**
   * Sets cache breakpoints when a client sends the request, and again in each turn of a run: after the last two user
   * turns, the system prompt and the tools, as far as the request's own breakpoints leave room. A prefix that is too
   * short for the model to cache gets none. The built body does not contain them. `message.cache` has the tokens that
   * were read and written.
   *
   * @example
   * ```ts
   * import { MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).cache('conversation');
   * ```
   */
  cache(plan: CachePlan): MessagesRequestBuilder<State, Turn>;

  /** The container for code execution: an id, or skills to load. Sent as `container`. */
  container<const Value extends Container | string>(
    container: Value,
  ): MessagesRequestBuilder<NextState<State, Value, ContainerPatch<Value>>, Turn>;

  /** Where the model runs, such as `'us'` or `'global'`. Sent as `inference_geo`. */
  inferenceGeo<const Geo extends string>(
    geo: GeoParameter<State, Geo>,
  ): MessagesRequestBuilder<NextWith<State, Geo, { geo: Geo }>, Turn>;

  /** Whether priority capacity may be used. Sent as `service_tier`; the API's default is `'auto'`. */
  serviceTier(tier: 'auto' | 'standard_only'): MessagesRequestBuilder<State, Turn>;

  /** The speed of generation. `'fast'` costs more, and only some models support it. Sent as `speed`. */
  speed<const Value extends Speed>(
    speed: SpeedParameter<State, Value>,
  ): MessagesRequestBuilder<NextWith<State, Value, { speed: Value }>, Turn>;

  /**
   * The models that answer if the model refuses, in order: up to three, by id or as the objects that are sent in
   * `fallbacks`; or `'default'`, which lets the API choose. Sent as `fallbacks`. Replaces earlier ones; an empty call
   * removes them.
   *
   * Only a refusal leads to the next model, within one call. For an overload, a rate limit or a timeout, use the call's
   * option `fallback`. `message.model` is the model that answered.
   *
   * @example
   * ```ts
   * import { MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create('claude-fable-5-2')
   *   .maxTokens(1024)
   *   .fallbacks('claude-opus-5', { model: 'claude-opus-4-8', max_tokens: 512 });
   * ```
   */
  fallbacks<const Models extends readonly FallbackArgument[]>(
    ...models: FallbacksParameter<State, Models>
  ): MessagesRequestBuilder<NextWith<State, Models, FallbacksPatch<Models>>, Turn>;

  /** Whether the answer is streamed: a request with `true` is only for `createMessageStream()`. Sent as `stream`. */
  stream<const Value extends boolean>(
    stream: StreamParameter<State, Value>,
  ): MessagesRequestBuilder<NextWith<State, Value, { stream: Value }>, Turn>;

  /** Appends MCP servers that the API connects to. Each needs an `mcp_toolset` tool. Sent as `mcp_servers`. */
  mcpServers<const Servers extends readonly McpServer[]>(
    ...servers: McpServersParameter<Servers>
  ): MessagesRequestBuilder<
    NextOf<State, Servers, McpServersPatch<State, Servers>, { mcpServers: string }>,
    Turn
  >;

  /** What the API may remove from a long conversation. Sent as `context_management`. */
  contextManagement<const Management extends ContextManagement>(
    management: ContextParameter<State, Management>,
  ): MessagesRequestBuilder<NextState<State, Management, ContextPatch<Management>>, Turn>;

  /**
   * Asks the API where the prompt cache was missed. `explainCacheMiss()` explains the answer. Sent as `diagnostics`.
   */
  diagnostics<const Asked extends DiagnosticsParam>(
    diagnostics: Asked,
  ): MessagesRequestBuilder<NextWith<State, Asked, { diagnostics: true }>, Turn>;

  /**
   * Adds beta features by name. Sent in the `anthropic-beta` header, not in the body.
   *
   * Methods that need a beta add it automatically.
   */
  betas<const Betas extends readonly AnthropicBeta[]>(
    ...betas: Betas
  ): MessagesRequestBuilder<NextOf<State, Betas, BetasPatch<State, Betas>, { betas: AnthropicBeta }>, Turn>;

  /**
   * Calls the function if the value is neither `undefined` nor `null` nor `false`, and passes the value to it.
   *
   * For the compiler, each field that the function sets is then set or not: every rule applies to each combination. Put
   * settings that belong together into one `when()`. Put settings that exclude each other into one `when()` too, or use
   * a `dynamic()` builder.
   *
   * @example
   * ```ts
   * import { MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequestBuilder.create('claude-opus-5')
   *   .maxTokens(1024)
   *   .when(process.env.HARD === '1', (builder) => builder.effort('max'))
   *   .when(process.env.SYSTEM, (builder, text) => builder.system(text))
   *   .user('Hello, Claude')
   *   .build();
   * ```
   */
  when<const Value, Then, ThenTurn>(
    value: Value,
    step: (
      builder: MessagesRequestBuilder<State, Turn>,
      value: Exclude<Value, undefined | null | false>,
    ) => MessagesRequestBuilder<Then, ThenTurn>,
  ): MessagesRequestBuilder<unknown extends Value ? State : Either<State, Then>, Turn | ThenTurn>;

  /**
   * Returns the same builder with a wider type, which keeps only its tools and its output format: its methods accept
   * any value of their type, and `build()` checks them.
   */
  dynamic<Given = never>(): MessagesRequestBuilder<unknown extends Given ? State : Dynamic<State>, unknown>;

  /**
   * Adds any other fields to the body, without checks. They replace fields that other methods have set: `output_config`
   * replaces `effort()` and `outputFormat()`. For a field that clust knows but that has no method, start with
   * `MessagesRequestBuilder.from({ model, max_tokens, output_config })`.
   */
  extraBody(fields: Readonly<Record<string, unknown>>): MessagesRequestBuilder<State, Turn>;

  /** Every rule that the request breaks so far, with paths; empty if `build()` would succeed. */
  problems(): readonly Problem[];

  /**
   * Returns the request: plain, deeply frozen JSON, exactly the body that is sent, with its fields in a fixed order.
   *
   * @throws {ValidationError} With every problem of the request.
   */
  build<Given = never>(
    // Any builder: for `cond ? a : b` the compiler would require both types at once. `Given` exists for the compiler,
    // which passes `any` when it checks that a builder is covariant.
    this: unknown extends Given ? unknown : Buildable<State, Turn>,
  ): MessagesRequest<State>;

  /** The body so far, unchecked. `JSON.stringify(builder)` uses it. */
  toJSON(): DraftBody;
}

/** The methods that the class must have, and those of the class alone, which the interface does not have. */
type Steps = {
  readonly [Step in Exclude<keyof MessagesRequestBuilder, symbol>]: (...args: never[]) => unknown;
} & {
  readonly [Step in Exclude<keyof Builder, keyof MessagesRequestBuilder>]: never;
};

/**
 * The only place where the types and the implementation meet: the builder behaves as the interface says, and its state
 * exists only in the type.
 */
function withState<State, Turn>(builder: Steps): MessagesRequestBuilder<State, Turn> {
  return builder as object as MessagesRequestBuilder<State, Turn>;
}

/**
 * A builder of any state that continues from a body, with what its JSON does not contain.
 *
 * @internal
 */
export function resumeBuilder(body: DraftBody, meta: RequestMeta): MessagesRequestBuilder {
  return withState(createBuilderFrom(body, meta));
}

/** The start of every request: the model, which decides all other limits. */
export const MessagesRequestBuilder = {
  /**
   * Starts a request to a model: an id, `ClaudeModel.X`, or the result of `defineModel()`.
   *
   * For an id of type `string`, which is only known at run time, `build()` checks the limits.
   *
   * @throws {ValidationError} For an id that this release does not know, unless `unknownModel` is `'keep'`.
   *
   * @example
   * ```ts
   * import { ClaudeModel, MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5).maxTokens(4096);
   * const configured = MessagesRequestBuilder.create(process.env.MODEL ?? 'claude-haiku-4-5', { unknownModel: 'keep' });
   * ```
   */
  create<const M extends ModelArgument, const Options extends CreateOptions = Record<never, never>>(
    model: ModelToCreate<M, Options>,
    options?: Options,
  ): MessagesRequestBuilder<{ readonly model: CreatedModel<M> }, NoTurns> {
    return withState(createBuilder(model as Model, options));
  },

  /**
   * Continues from a built request, with its betas, its tools and its output format, or from the body of one. What is
   * already set is checked together with later calls.
   *
   * `{...request, max_tokens: 64}` is only a body: it loses what its JSON does not contain. This method keeps it.
   *
   * @throws {ValidationError} For a body with a model or a field that this release does not know.
   *
   * @example
   * ```ts
   * import { MessagesRequest, MessagesRequestBuilder } from 'clust';
   *
   * const request = MessagesRequest.of({
   *   model: 'claude-sonnet-5-5',
   *   max_tokens: 1024,
   *   messages: [{ role: 'user', content: 'Where is the capital of France?' }],
   * });
   * const longer = MessagesRequestBuilder.from(request).maxTokens(4096).effort('high').build();
   * ```
   */
  from<const Given extends BodyArgument>(
    given: GivenToStart<Given>,
  ): MessagesRequestBuilder<StartedState<Given>, StartedTurn<Given>> {
    return withState(createBuilderFrom(given as object));
  },
} as const;

/**
 * A builder of unknown state: for class fields, parameters, maps, loops and branches. Every builder is assignable to
 * it. Its methods accept any value of their type; `build()` checks them.
 *
 * @example
 * ```ts
 * import { type DynamicRequestBuilder, MessagesRequestBuilder } from 'clust';
 *
 * let builder: DynamicRequestBuilder = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024);
 * if (process.env.EFFORT === 'low') builder = builder.effort('low');
 * const request = builder.user('Hello, Claude').build();
 * ```
 */
export type DynamicRequestBuilder = MessagesRequestBuilder;

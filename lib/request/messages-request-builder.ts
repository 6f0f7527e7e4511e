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
import type { SentChoice } from './parameters/choice.js';
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
import type { AnyState, Either, NextOf, NextState, NextWith, NothingSaid } from './state.js';

/**
 * Builds the body of `POST /v1/messages`, step by step, checked against the model it is for.
 *
 * A builder is immutable: every step returns a new one, so presets can be shared and extended. Steps may
 * come in any order. The compiler reports the rules that it can check, in one sentence at the argument at fault; `build()` checks
 * all rules again at run time.
 *
 * `State` is a plain object of what was set, `{model: 'claude-haiku-4-5'; maxTokens: 1024}`, and `Turn` is who spoke last.
 * Plain `MessagesRequestBuilder` is any builder: its steps take every value of their type, and `build()` checks them.
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
  /** Who spoke last. Beside the state, not in it: a conversation of any length is then one state. */
  readonly [turn]: Turn;

  /** Sends the request to another model. Everything set so far is checked again for it. */
  model<const M extends ModelArgument>(
    model: ModelParameter<State, M>,
  ): MessagesRequestBuilder<NextWith<State, M, { model: M }>, Turn>;

  /**
   * The most tokens to generate. Sent as `max_tokens`; required.
   *
   * An integer literal is checked against the model's limit by the compiler. For a number that is known only at run
   * time use `MaxTokens.of(model, n)`. `0` generates nothing and only fills the prompt cache.
   */
  maxTokens<const N extends number>(
    maxTokens: MaxTokensParameter<State, N>,
  ): MessagesRequestBuilder<NextWith<State, N, { maxTokens: N }>, Turn>;

  /** The system prompt, as text or text blocks. Sent as `system`; replaces the one before. */
  system<const Content extends ContentArgument<TextBlockParam>>(
    content: SystemParameter<State, Content>,
  ): MessagesRequestBuilder<NextState<State, Content, SystemPatch<State, Content>>, Turn>;

  /** Appends a user turn: text, a block, or blocks. Sent as `{role: 'user', content}` in `messages`. */
  user<const Content extends ContentArgument<UserBlock>>(
    content: UserParameter<State, Turn, Content>,
  ): MessagesRequestBuilder<AfterTurn<State, 'user', Content>, TurnAfterUser<Turn, Content>>;

  /**
   * Appends an assistant turn: text, blocks, or an earlier answer, which goes back unchanged, with its thinking.
   *
   * A conversation that ends with the assistant is a prefill, which models from Claude 4.6 on refuse.
   */
  assistant<const Content extends ContentArgument<AssistantBlock> | MessageResponse>(
    content: AssistantParameter<State, Content>,
  ): MessagesRequestBuilder<AfterTurn<State, 'assistant', Content>, TurnAfterAssistant<Turn, Content>>;

  /** Appends a user turn that answers tool calls of the turn before: one result a call, in one step or in several. */
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

  /** Strings that end the answer when the model is about to say them. Sent as `stop_sequences`; replaces those before. */
  stopSequences<const Sequences extends readonly string[]>(
    ...sequences: StopSequencesParameter<Sequences>
  ): MessagesRequestBuilder<State, Turn>;

  /** Whose request this is, as an opaque id of at most 256 characters. Sent as `metadata`. */
  metadata(metadata: Metadata): MessagesRequestBuilder<State, Turn>;

  /**
   * How the model thinks: `'adaptive'`, `'disabled'`, `'between_tools'`, or the object that is sent as `thinking`,
   * `{type: 'enabled', budget_tokens: 2048}`. What is allowed, and what happens without it, depends on the model.
   */
  thinking<const Thinking extends ThinkingArgument>(
    thinking: ThinkingParameter<State, Thinking>,
  ): MessagesRequestBuilder<NextWith<State, Thinking, { thinking: SentChoice<Thinking> }>, Turn>;

  /** How much work goes into the answer. Sent as `output_config.effort`. */
  effort<const Level extends EffortLevel>(
    effort: EffortParameter<State, Level>,
  ): MessagesRequestBuilder<NextWith<State, Level, { effort: Level }>, Turn>;

  /**
   * Makes the answer JSON of this schema: one of zod 4, valibot or arktype, or a JSON Schema literal. `message.parsed`
   * is then what the schema makes of the answer. Sent as `output_config.format`, with every object closed, and with
   * keywords that the API does not take moved into descriptions: `outputSchema()` shows what is sent.
   *
   * @throws ValidationError for a schema that the API cannot enforce: a recursive one, a record.
   */
  outputFormat<const Schema extends OutputFormatArgument>(
    schema: OutputFormatParameter<State, Schema>,
  ): MessagesRequestBuilder<NextWith<State, Schema, { output: OutputOfFormat<Schema> }>, Turn>;

  /** Appends tools: what `tool()` or a factory made, or the objects that are sent as `tools`. */
  tools<const Tools extends readonly ToolArgument[]>(
    ...tools: ToolsParameter<State, Tools>
  ): MessagesRequestBuilder<NextOf<State, Tools, ToolsPatch<State, Tools>, { tools: AnyTools }>, Turn>;

  /**
   * Whether the model may, must or must not call a tool: `'auto'`, `'any'`, `'none'`, or the object that is sent as
   * `tool_choice`, `{type: 'tool', name: 'get_weather'}`.
   */
  toolChoice<const Choice extends ToolChoiceArgument>(
    choice: ToolChoiceParameter<State, Choice>,
  ): MessagesRequestBuilder<NextOf<State, Choice, ToolChoicePatch<State, Choice>, unknown>, Turn>;

  /** Caches the longest possible prefix, for five minutes unless `ttl` says `'1h'`. Sent as `cache_control`. */
  cacheControl<const Control extends { readonly ttl?: '5m' | '1h' | undefined }>(
    control?: CacheControlParameter<State, Control>,
  ): MessagesRequestBuilder<NextWith<State, Control, ControlPatch<State, Control>>, Turn>;

  /**
   * Puts cache breakpoints where they pay when a client sends the request, and at each turn of a run: behind the last two
   * turns of the user, the system prompt and the tools, as far as the breakpoints of the request leave room. A prefix that
   * is too short for the model to cache gets none. The body shows none of them. `message.cache` gives the tokens that were read and written.
   *
   * @example
   * ```ts
   * import { MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).cache('conversation');
   * ```
   */
  cache(plan: CachePlan): MessagesRequestBuilder<State, Turn>;

  /** The container that code runs in: an id, or skills to load. Sent as `container`. */
  container<const Value extends Container | string>(
    container: Value,
  ): MessagesRequestBuilder<NextState<State, Value, ContainerPatch<Value>>, Turn>;

  /** Where the model runs: `'us'`, `'global'` … Sent as `inference_geo`. */
  inferenceGeo<const Geo extends string>(
    geo: GeoParameter<State, Geo>,
  ): MessagesRequestBuilder<NextWith<State, Geo, { geo: Geo }>, Turn>;

  /** Whether priority capacity may be used. Sent as `service_tier`; the API's default is `'auto'`. */
  serviceTier(tier: 'auto' | 'standard_only'): MessagesRequestBuilder<State, Turn>;

  /** The speed of generation; `'fast'` costs more, and few models have it. Sent as `speed`. */
  speed<const Value extends Speed>(
    speed: SpeedParameter<State, Value>,
  ): MessagesRequestBuilder<NextWith<State, Value, { speed: Value }>, Turn>;

  /**
   * Who answers when the model refuses to, in order: up to three models, by id or as the objects that are sent in
   * `fallbacks`; or `'default'`, and the API chooses. Sent as `fallbacks`; replaces those before, and none removes them.
   *
   * A refusal alone leads to the next model, inside one call. For an overload, a rate limit or a timeout, give the option
   * `fallback` of the call. `message.model` says who answered.
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

  /** Fixes how the answer arrives: a request with `true` is for `createMessageStream()` only. Sent as `stream`. */
  stream<const Value extends boolean>(
    stream: StreamParameter<State, Value>,
  ): MessagesRequestBuilder<NextWith<State, Value, { stream: Value }>, Turn>;

  /** Appends MCP servers that the API connects to; each needs an `mcp_toolset` tool. Sent as `mcp_servers`. */
  mcpServers<const Servers extends readonly McpServer[]>(
    ...servers: McpServersParameter<Servers>
  ): MessagesRequestBuilder<
    NextOf<State, Servers, McpServersPatch<State, Servers>, { mcpServers: string }>,
    Turn
  >;

  /** What the API may drop from a long conversation. Sent as `context_management`. */
  contextManagement<const Management extends ContextManagement>(
    management: ContextParameter<State, Management>,
  ): MessagesRequestBuilder<NextState<State, Management, ContextPatch<Management>>, Turn>;

  /** Asks where the prompt cache was missed; `explainCacheMiss()` puts the answer in a sentence. Sent as `diagnostics`. */
  diagnostics<const Asked extends DiagnosticsParam>(
    diagnostics: Asked,
  ): MessagesRequestBuilder<NextWith<State, Asked, { diagnostics: true }>, Turn>;

  /**
   * Beta features by name, added to those before. Sent in the `anthropic-beta` header, not in the body.
   *
   * A step that rides on a beta adds its header by itself.
   */
  betas<const Betas extends readonly AnthropicBeta[]>(
    ...betas: Betas
  ): MessagesRequestBuilder<NextOf<State, Betas, BetasPatch<State, Betas>, { betas: AnthropicBeta }>, Turn>;

  /**
   * Takes a step if a value is there: neither `undefined` nor `null` nor `false`. The step is handed the value.
   *
   * What the step sets is then set or not, as far as the compiler knows, field by field: every rule holds for each
   * combination. Settings that belong together go into one `when()`; those that exclude each other, too, or into a
   * `dynamic()` builder.
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
   * The same builder, without what the compiler knows of it but its tools and its output format: its steps take any
   * value of their type, and `build()` checks them.
   */
  dynamic<Given = never>(): MessagesRequestBuilder<unknown extends Given ? State : Dynamic<State>, unknown>;

  /** Any other fields of the body, sent as they are, unchecked; they win over what a step has set. */
  extraBody(fields: Readonly<Record<string, unknown>>): MessagesRequestBuilder<State, Turn>;

  /** Every rule that the request breaks as it stands, with paths; empty when `build()` would succeed. */
  problems(): readonly Problem[];

  /**
   * The request: plain, deeply frozen JSON, exactly the body that is sent, its fields in a fixed order.
   *
   * @throws ValidationError with every problem of the request.
   */
  build<Given = never>(
    // Any builder, not this one: of one that is `cond ? this : that` the compiler would want both at once. `Given` is
    // for the compiler alone, which passes `any` when it checks that a builder is covariant.
    this: unknown extends Given ? unknown : Buildable<State, Turn>,
  ): MessagesRequest<State>;

  /** The body as far as it has come, unchecked: `JSON.stringify(builder)` shows it. */
  toJSON(): DraftBody;
}

/** The steps of the interface, which the class has to have, and those of the class alone, which it must not have. */
type Steps = {
  readonly [Step in Exclude<keyof MessagesRequestBuilder, symbol>]: (...args: never[]) => unknown;
} & {
  readonly [Step in Exclude<keyof Builder, keyof MessagesRequestBuilder>]: never;
};

/**
 * The one place where the types and the run time meet: the builder does what the interface says, and its state is in the
 * type alone.
 */
function withState<State, Turn>(builder: Steps): MessagesRequestBuilder<State, Turn> {
  return builder as object as MessagesRequestBuilder<State, Turn>;
}

/**
 * A builder of any state that goes on from a body, with what its JSON does not show.
 *
 * @internal
 */
export function resumeBuilder(body: DraftBody, meta: RequestMeta): MessagesRequestBuilder {
  return withState(createBuilderFrom(body, meta));
}

/** Where every request starts: with the model, which decides all other limits. */
export const MessagesRequestBuilder = {
  /**
   * Starts a request to a model: an id, `ClaudeModel.X`, or what `defineModel()` returned.
   *
   * An id that only the run time knows, of type `string`, starts a builder whose limits `build()` checks.
   *
   * @throws ValidationError for an id that this release does not know, unless `unknownModel` is `'keep'`.
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
  ): MessagesRequestBuilder<{ readonly model: CreatedModel<M> }, NothingSaid> {
    return withState(createBuilder(model as Model, options));
  },

  /**
   * Goes on from a request that was built, with its betas, its tools and its output format, or from the body of one: what
   * is set already is checked together with the steps to come.
   *
   * `{...request, max_tokens: 64}` is a body: it loses what its JSON does not show. This keeps it.
   *
   * @throws ValidationError for a body with a model or a field that this release does not know.
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
 * A builder of which the compiler knows nothing but that it is one: for class fields, parameters, maps, loops and
 * branches. Every builder is one. Its steps are the same and take any value of their type; `build()` checks them.
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

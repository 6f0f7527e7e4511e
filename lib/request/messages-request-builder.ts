import type { MessageResponse } from '../content/message-response.js';
import type { Problem } from '../errors/validation-error.js';
import type { DefinedModel } from '../models/defined-model.js';
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
import type { state } from '../wire/typed-request.js';
import { createBuilder } from './builder.js';
import type { DraftBody } from './draft/draft.js';
import type { MessagesRequest } from './messages-request.js';
import type { ToolResultsParameter } from './parameters/answers.js';
import type { BetasPatch } from './parameters/betas.js';
import type { CacheControlParameter, TtlOf } from './parameters/cache.js';
import type { SentChoice } from './parameters/choice.js';
import type { ContainerPatch } from './parameters/container.js';
import type { AssistantBlock, ContentArgument, UserBlock } from './parameters/content.js';
import type { ContextParameter, ContextPatch } from './parameters/context-management.js';
import type { ConversationParameter, ConversationPatch, TurnArgument } from './parameters/conversation.js';
import type { EffortParameter } from './parameters/effort.js';
import type { GeoParameter } from './parameters/inference-geo.js';
import type { MaxTokensParameter } from './parameters/max-tokens.js';
import type { McpServersParameter, McpServersPatch } from './parameters/mcp-servers.js';
import type { KnownModel, ModelParameter } from './parameters/model.js';
import type {
  OutputFormatArgument,
  OutputFormatParameter,
  OutputOfFormat,
} from './parameters/output-format.js';
import type { TemperatureParameter, TopKParameter, TopPParameter } from './parameters/sampling.js';
import type { SpeedParameter } from './parameters/speed.js';
import type { StopSequencesParameter } from './parameters/stop-sequences.js';
import type { StreamParameter } from './parameters/stream.js';
import type { ThinkingArgument, ThinkingParameter } from './parameters/thinking.js';
import type { ToolChoiceArgument, ToolChoiceParameter, ToolChoicePatch } from './parameters/tool-choice.js';
import type { ToolArgument, ToolsParameter, ToolsPatch } from './parameters/tools.js';
import type {
  AssistantParameter,
  AssistantPatch,
  SystemParameter,
  SystemPatch,
  ToolResultsPatch,
  UserParameter,
  UserPatch,
} from './parameters/turns.js';
import type { With } from './state.js';
import type { Unready } from './unready.js';

/**
 * Builds the body of `POST /v1/messages`, step by step, checked against the model it is for.
 *
 * A builder never changes: every step returns a new one, so a preset can be shared and extended by anyone. Steps may
 * come in any order. What the compiler can see it refuses in one sentence, on the argument at fault; `build()` checks
 * the same rules again, and those that only values show.
 *
 * `State` is a plain object of what was set: `{model: 'claude-haiku-4-5'; maxTokens: 1024; lastTurn: 'user'}`.
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
export interface MessagesRequestBuilder<State = unknown> {
  /** Keeps what was set in the type, so that an unfinished builder is never taken for a finished one. */
  readonly [state]: State;

  /** Sends the request to another model. Everything set so far is checked again for it. */
  model<const M extends Model>(
    model: ModelParameter<State, M>,
  ): MessagesRequestBuilder<With<State, { model: M }>>;

  /**
   * The most tokens to generate. Sent as `max_tokens`; required.
   *
   * An integer literal is checked against the model's limit by the compiler. For a number that is known only at run
   * time use `MaxTokens.of(model, n)`. `0` generates nothing and only fills the prompt cache.
   */
  maxTokens<const N extends number>(
    maxTokens: MaxTokensParameter<State, N>,
  ): MessagesRequestBuilder<With<State, { maxTokens: N }>>;

  /** The system prompt, as text or text blocks. Sent as `system`; replaces the one before. */
  system<const Content extends ContentArgument<TextBlockParam>>(
    content: SystemParameter<State, Content>,
  ): MessagesRequestBuilder<With<State, SystemPatch<State, Content>>>;

  /** Appends a user turn: text, a block, or blocks. Sent as `{role: 'user', content}` in `messages`. */
  user<const Content extends ContentArgument<UserBlock>>(
    content: UserParameter<State, Content>,
  ): MessagesRequestBuilder<With<State, UserPatch<State, Content>>>;

  /**
   * Appends an assistant turn: text, blocks, or an earlier answer, which goes back unchanged, thinking and all.
   *
   * A conversation that ends with the assistant is a prefill, which models from Claude 4.6 on refuse.
   */
  assistant<const Content extends ContentArgument<AssistantBlock> | MessageResponse>(
    content: AssistantParameter<State, Content>,
  ): MessagesRequestBuilder<With<State, AssistantPatch<State, Content>>>;

  /** Appends the user turn that answers the tool calls of the turn before: one result a call. */
  toolResults<const Results extends readonly ToolResultBlockParam[]>(
    results: ToolResultsParameter<State, Results>,
  ): MessagesRequestBuilder<With<State, ToolResultsPatch<State, Results>>>;

  /** Replaces the conversation with these turns: wire objects or `Message` values. Sent as `messages`. */
  messages<const Messages extends readonly TurnArgument[]>(
    messages: ConversationParameter<State, Messages>,
  ): MessagesRequestBuilder<With<State, ConversationPatch<State, Messages>>>;

  /**
   * How random the answer is, from 0 to 1; the API's default is 1. Sent as `temperature`.
   *
   * Only for models up to Claude 4.6, and for clients on `Version.V2023_06_01`.
   */
  temperature<const N extends number>(
    temperature: TemperatureParameter<State, N>,
  ): MessagesRequestBuilder<With<State, { temperature: N }>>;

  /** Samples from the most likely tokens that make up this share, from 0 to 1. Sent as `top_p`. */
  topP<const N extends number>(
    topP: TopPParameter<State, N>,
  ): MessagesRequestBuilder<With<State, { topP: N }>>;

  /** Samples from the `k` most likely tokens. Sent as `top_k`. */
  topK<const N extends number>(
    topK: TopKParameter<State, N>,
  ): MessagesRequestBuilder<With<State, { topK: N }>>;

  /** Strings that end the answer when the model is about to say them. Sent as `stop_sequences`; replaces those before. */
  stopSequences<const Sequences extends readonly string[]>(
    ...sequences: StopSequencesParameter<Sequences>
  ): MessagesRequestBuilder<With<State, { stopSequences: true }>>;

  /** Whose request this is, as an opaque id of at most 256 characters. Sent as `metadata`. */
  metadata(metadata: Metadata): MessagesRequestBuilder<State>;

  /**
   * How the model thinks: `'adaptive'`, `'disabled'`, `'between_tools'`, or the object that is sent as `thinking`,
   * `{type: 'enabled', budget_tokens: 2048}`. What is allowed, and what happens without it, depends on the model.
   */
  thinking<const Thinking extends ThinkingArgument>(
    thinking: ThinkingParameter<State, Thinking>,
  ): MessagesRequestBuilder<With<State, { thinking: SentChoice<Thinking> }>>;

  /** How much work goes into the answer. Sent as `output_config.effort`. */
  effort<const Level extends EffortLevel>(
    effort: EffortParameter<State, Level>,
  ): MessagesRequestBuilder<With<State, { effort: Level }>>;

  /**
   * Makes the answer JSON of this schema: one of zod 4, valibot or arktype, or a JSON Schema literal. `message.parsed`
   * is then what the schema makes of the answer. Sent as `output_config.format`, with every object closed, and with
   * keywords that the API does not take moved into descriptions: `outputSchema()` shows what is sent.
   *
   * @throws ValidationError for a schema that the API cannot enforce: a recursive one, a record.
   */
  outputFormat<const Schema extends OutputFormatArgument>(
    schema: OutputFormatParameter<State, Schema>,
  ): MessagesRequestBuilder<With<State, { output: OutputOfFormat<Schema> }>>;

  /** Appends tools: what `tool()` or a factory made, or the objects that are sent as `tools`. */
  tools<const Tools extends readonly ToolArgument[]>(
    ...tools: ToolsParameter<State, Tools>
  ): MessagesRequestBuilder<With<State, ToolsPatch<State, Tools>>>;

  /**
   * Whether the model may, must or must not call a tool: `'auto'`, `'any'`, `'none'`, or the object that is sent as
   * `tool_choice`, `{type: 'tool', name: 'get_weather'}`.
   */
  toolChoice<const Choice extends ToolChoiceArgument>(
    choice: ToolChoiceParameter<State, Choice>,
  ): MessagesRequestBuilder<With<State, ToolChoicePatch<State, Choice>>>;

  /** Caches the longest possible prefix, for five minutes unless `ttl` says `'1h'`. Sent as `cache_control`. */
  cacheControl<const Control extends { readonly ttl?: '5m' | '1h' | undefined }>(
    control?: CacheControlParameter<State, Control>,
  ): MessagesRequestBuilder<With<State, { cache: readonly [TtlOf<Control>] }>>;

  /** The container that code runs in: an id, or skills to load. Sent as `container`. */
  container<const Value extends Container | string>(
    container: Value,
  ): MessagesRequestBuilder<With<State, ContainerPatch<Value>>>;

  /** Where the model runs: `'us'`, `'global'` … Sent as `inference_geo`. */
  inferenceGeo<const Geo extends string>(
    geo: GeoParameter<State, Geo>,
  ): MessagesRequestBuilder<With<State, { geo: Geo }>>;

  /** Whether priority capacity may be used. Sent as `service_tier`; the API's default is `'auto'`. */
  serviceTier(tier: 'auto' | 'standard_only'): MessagesRequestBuilder<State>;

  /** The speed of generation; `'fast'` costs more, and few models have it. Sent as `speed`. */
  speed<const Value extends Speed>(
    speed: SpeedParameter<State, Value>,
  ): MessagesRequestBuilder<With<State, { speed: Value }>>;

  /** Fixes how the answer arrives: a request with `true` is for `createMessageStream()` only. Sent as `stream`. */
  stream<const Value extends boolean>(
    stream: StreamParameter<State, Value>,
  ): MessagesRequestBuilder<With<State, { stream: Value }>>;

  /** Appends MCP servers that the API connects to; each needs an `mcp_toolset` tool. Sent as `mcp_servers`. */
  mcpServers<const Servers extends readonly McpServer[]>(
    ...servers: McpServersParameter<Servers>
  ): MessagesRequestBuilder<With<State, McpServersPatch<State, Servers>>>;

  /** What the API may drop from a long conversation. Sent as `context_management`. */
  contextManagement<const Management extends ContextManagement>(
    management: ContextParameter<State, Management>,
  ): MessagesRequestBuilder<With<State, ContextPatch<Management>>>;

  /** Asks where the prompt cache was missed. Sent as `diagnostics`. */
  diagnostics(diagnostics: DiagnosticsParam): MessagesRequestBuilder<State>;

  /**
   * Beta features by name, added to those before. Sent in the `anthropic-beta` header, not in the body.
   *
   * A step that rides on a beta adds its header by itself.
   */
  betas<const Betas extends readonly AnthropicBeta[]>(
    ...betas: Betas
  ): MessagesRequestBuilder<With<State, BetasPatch<State, Betas>>>;

  /** Any other fields of the body, sent as they are, unchecked; they win over what a step has set. */
  extraBody(fields: Readonly<Record<string, unknown>>): MessagesRequestBuilder<State>;

  /** Every rule that the request breaks as it stands, with paths; empty when `build()` would succeed. */
  problems(): readonly Problem[];

  /**
   * The request: plain, deeply frozen JSON, exactly the body that is sent, its fields in a fixed order.
   *
   * @throws ValidationError with every problem of the request.
   */
  build(
    // Any builder, not this one: of one that is `cond ? this : that` the compiler would want both at once.
    this: [Unready<State>] extends [never] ? { readonly [state]: unknown } : Unready<State>,
  ): MessagesRequest<State>;

  /** The body as far as it has come, unchecked: `JSON.stringify(builder)` shows it. */
  toJSON(): DraftBody;
}

/** Where every request starts: with the model, which decides all other limits. */
export const MessagesRequestBuilder = {
  /**
   * Starts a request to a model: an id, `ClaudeModel.X`, or what `defineModel()` returned.
   *
   * @example
   * ```ts
   * import { ClaudeModel, MessagesRequestBuilder } from 'clust';
   *
   * const preset = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5).maxTokens(4096);
   * ```
   */
  create<const M extends string | DefinedModel>(
    model: KnownModel<M>,
  ): MessagesRequestBuilder<{ readonly model: M }> {
    // The one place where the types and the run time meet: the builder does what the interface says, and its state
    // is in the type alone.
    return createBuilder(model as Model) as MessagesRequestBuilder<{ readonly model: M }>;
  },
} as const;
